"""The rules of Gevinstspillet: a function library without clock, chance or I/O."""
