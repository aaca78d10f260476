import re

import pytest

from extract.lazy_pattern import lazy, sparing
from extract.pattern_cache import pattern_cache


def test_it_is_used_like_a_compiled_pattern() -> None:
    number = lazy("[0-9]+(?P<unit>件)")
    assert number.search("計12件")[0] == "12件"
    assert number.match("計12件", 1)["unit"] == "件"
    assert number.match("計12件") is None
    assert [match.span() for match in number.finditer("12件と3件")] == [(0, 3), (4, 6)]
    assert number.sub("", "12件と3件") == "と"
    assert number.pattern == "[0-9]+(?P<unit>件)"


def test_nothing_is_compiled_before_the_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []

    def compiling(source: str) -> "re.Pattern[str]":
        compiled.append(source)
        return original(source)

    original = pattern_cache().compile
    monkeypatch.setattr(pattern_cache(), "compile", compiling)
    waiting = lazy("漏えい")
    assert compiled == []
    assert waiting.search("漏えい") and not waiting.search("紛失")
    assert compiled == ["漏えい"]


def test_a_broken_source_is_told_of_at_its_first_use() -> None:
    with pytest.raises(re.error):
        lazy("(").search("")


def test_it_has_no_other_attributes() -> None:
    with pytest.raises(AttributeError):
        lazy("a").groups  # noqa: B018


def test_a_text_without_the_words_needed_compiles_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    lost = lazy("書類.{0,4}紛失", (frozenset(("紛失",)), frozenset(("書類", "端末"))))
    with monkeypatch.context() as patched:
        patched.setattr(pattern_cache(), "compile", None)
        assert lost.search("書類の盗難") is None
        assert lost.search("鞄を紛失") is None
    assert lost.search("書類を紛失", 1) is None
    assert lost.search("書類を紛失")
    assert lost.search("書類の盗難") is None


def test_a_sparing_pattern_works_out_which_words_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    lost = sparing("書類.{0,4}(?:紛失|盗難)")
    with monkeypatch.context() as patched:
        patched.setattr(pattern_cache(), "compile", None)
        assert lost.search("書類の送付") is None
        assert list(lost.finditer("鞄の紛失")) == []
    assert [match.span() for match in lost.finditer("書類の紛失と書類の盗難")] == [(0, 5), (6, 11)]
    assert lost.search("書類の紛失", 1) is None
    assert lost.match("の書類の紛失", 1)
