"""A small schema of one's own, for datasets that hold it."""

TOML = """\
name = "closure"
version = "1.0"
title = { ja = "閉店", en = "closures" }

[[labels]]
id = "REASON"
key = "1"
name = { ja = "理由", en = "reason" }
colour = "#D55E00"
definition = { ja = "閉店の理由。", en = "Why it closes." }
terms = ["老朽化"]

[[fields]]
id = "reason"
name = { ja = "理由", en = "reason" }
type = "text"
list = true
definition = { ja = "理由。", en = "The reason." }
"""
