"""Releases: splits, guidelines and the card of a frozen dataset."""
