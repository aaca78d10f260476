import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from extract.data_file import read_data
from extract.word_lists import WordLists, expand

HOLDERS = {"name_words": "extract.names", "item_words": "extract.data_items", "headings": "extract"}
"""Files of lists, and the package whose patterns hold them."""


def modules(package):
    home = import_module(package)
    return [import_module(f"{package}.{module.name}") for module in iter_modules(home.__path__)]


def test_a_name_in_braces_stands_for_any_word_of_the_list():
    words = WordLists("name_words")
    shop = words.lazy("{shops}屋さん{1,2}")
    assert shop.fullmatch("居酒屋さん")
    assert not shop.fullmatch("屋さん")
    assert "居酒" in words["shops"]


def test_quantifiers_and_names_that_are_groups_stay():
    assert expand(r"(?P<kind>{kinds}){2,3}\d{4}", {"kinds": "店|館"}) == r"(?P<kind>(?:店|館)){2,3}\d{4}"


def test_a_file_is_read_when_a_list_is_asked_for():
    pattern = WordLists("no_such_file").lazy("{shops}")
    with pytest.raises(FileNotFoundError, match="no_such_file"):
        pattern.search("居酒屋")


@pytest.mark.parametrize(
    "ask", [lambda words: words["kiosks"], lambda words: words.sparing("{kiosks}").pattern]
)
def test_an_unknown_list_is_told(ask):
    with pytest.raises(KeyError, match="kiosks"):
        ask(WordLists("name_words"))


@pytest.mark.parametrize(("file", "package"), HOLDERS.items())
def test_each_list_is_held_by_a_pattern(file, package):
    sources = "\n".join(Path(module.__file__).read_text("utf-8") for module in modules(package))
    held = re.findall(r'\{([a-z_]+)\}|WORDS\["([a-z_]+)"\]', sources)
    assert set(read_data(file)) - {name for names in held for name in names} == set()


@pytest.mark.parametrize("file", HOLDERS)
def test_no_list_says_a_word_twice(file):
    assert [name for name, words in read_data(file).items() if len(words) != len(set(words))] == []


@pytest.mark.parametrize("package", HOLDERS.values())
def test_each_list_that_a_pattern_holds_is_there(package):
    patterns = [
        value
        for module in modules(package)
        for value in vars(module).values()
        if isinstance(getattr(value, "pattern", None), str)
    ]
    assert patterns
    assert not [pattern for pattern in patterns if re.search(r"\{[a-z_]+\}", pattern.pattern)]
