"""`--published` on the command line."""

import argparse

import pytest

from store.errors import UsageError
from tui.commands.reading import reading_options


def read(text):
    return reading_options(argparse.Namespace(published=text, column=[])).published


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2024-05-01", "2024-05-01"),
        ("20240501", "2024-05-01"),
        ("令和6年5月1日", "2024-05-01"),
        ("R6.5.1", "2024-05-01"),
        ("２０２４年５月１日", "2024-05-01"),
        ("2024年 5月1日", "2024-05-01"),
        ("令和6年5月", "2024-05"),
    ],
)
def test_dates_as_a_form_takes_them(typed, date):
    assert read(typed) == date


@pytest.mark.parametrize(
    "typed", ["", "5月1日", "2024-05-011", "令和6年5月1日〜5日", "2024-05-01から", "平成40年"]
)
def test_what_is_not_one_date_is_refused(typed):
    with pytest.raises(UsageError, match="not a date such as 2024-05-01"):
        read(typed)
