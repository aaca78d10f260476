"""The health of a gold file: what can be wrong with it, and what can be saved."""
