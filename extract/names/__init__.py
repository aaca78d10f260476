"""Proper names: organisations and services, their short forms and repeats."""
