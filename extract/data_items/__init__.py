"""Kinds of personal and secret data, one by one and in lists."""
