"""Decks of cards, one module each, as data."""
