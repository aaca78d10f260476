"""Text to suggestions: tokens, rules, word lists, values and roles, with no I/O but its own data files."""
