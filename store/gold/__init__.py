"""The gold dataset: one file that stock TinyDB opens, and what keeps it whole."""
