"""Tasks: what the command line does, as plain functions."""
