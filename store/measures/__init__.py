"""Measures: scores against gold, agreement between annotators, figures of a dataset."""
