"""The version of the rules, stored with every annotation that they pre-filled."""

EXTRACTOR_VERSION = "0.1.0"
