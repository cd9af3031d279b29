"""The shell around the rules: rooms, protocol, store, pages and the command line."""
