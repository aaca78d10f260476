import pytest

from store.published import iso_date


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2024-05-01", "2024-05-01"),
        ("2024-05-01T09:00:00+09:00", "2024-05-01"),
        ("2024-05-01 09:00", "2024-05-01"),
        ("2024/5/1", "2024-05-01"),
        ("2024.5.1", "2024-05-01"),
        ("20240501", "2024-05-01"),
        ("2024年5月1日", "2024-05-01"),
        ("2024年5月", "2024-05"),
        ("2024-05", "2024-05"),
        ("2024年", "2024"),
        (" 2024 ", "2024"),
    ],
)
def test_dates_as_files_write_them(stated, expected):
    assert iso_date(stated) == expected


@pytest.mark.parametrize(
    "stated",
    ["", "soon", "2024-13", "2023-02-29", "24-05-01", "5月1日", "2024-05-011", "0000", "2024年 5月1日"],
)
def test_what_is_no_date(stated):
    assert iso_date(stated) is None
