"""Numerals with their counters: counts, amounts of money, and their values."""
