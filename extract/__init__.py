"""Text to suggestions: tokens, rules, word lists, normalised values and roles, without I/O but its own data."""
