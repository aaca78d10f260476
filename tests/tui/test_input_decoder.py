import pytest
from textual import events
from textual._xterm_parser import XTermParser

from tui.input_decoder import LONGEST_ANSWER, InputDecoder

ANSWER = "\x1b]11;rgb:fafa/cccc/aaaa\x1b\\\x1b[?1;2c"


def decoded(*chunks):
    decoder = InputDecoder()
    texts = [decoder.decode(chunk.encode()) for chunk in chunks]
    return "".join(texts) + decoder.decode(b"", final=True)


@pytest.mark.parametrize("answer", [ANSWER, "\x1b]11;rgb:fafa/cccc/aaaa\x07", "\x1b[?62;22c", "\x1b[?c"])
def test_an_answer_that_comes_late_is_no_keys(answer):
    assert decoded(f"j{answer}k") == "jk"


@pytest.mark.parametrize("at", range(2, len(ANSWER)))
def test_an_answer_in_two_parts_is_no_keys_either(at):
    if not ANSWER[:at].endswith(("\x1b", "\x1b[")):  # may be keys: they aren't held back
        assert decoded(ANSWER[:at], f"{ANSWER[at:]}k") == "k"


@pytest.mark.parametrize(
    "keys", ["\x1b", "\x1b[A", "\x1b[1;2C", "\x1b[200~c]11;\x1b[201~", "\x1b[?2026;2$y", "\x1b]", "令和", "c"]
)
def test_keys_and_other_answers_come_through(keys):
    assert decoded(keys) == keys
    assert decoded(*keys) == keys


def test_keys_are_not_held_back():
    decoder = InputDecoder()
    assert decoder.decode(b"\x1b") == "\x1b"
    assert decoder.decode(b"\x1b[") == "\x1b["


def test_what_goes_on_for_too_long_is_no_answer():
    text = "\x1b]11;" + "a" * LONGEST_ANSWER
    assert InputDecoder().decode(text.encode()) == text


def test_bytes_of_another_encoding_are_seen_as_such():
    assert InputDecoder().decode("é".encode("latin-1") + b"a") == "\ufffda"


PASTED = "axc\n\x1b]11;?\x07北斗\x1b[2J\x1b"
PASTE = f"j\x1b[200~{PASTED}\x1b[201~\x1b[A\x1b"
CLEAN = "j\x1b[200~axc\n]11;?\x07北斗[2J\x1b[201~\x1b[A\x1b"


def test_a_paste_has_no_escape_sequences():
    assert decoded(PASTE) == CLEAN
    assert decoded(PASTE, PASTE) == CLEAN * 2


@pytest.mark.parametrize("at", range(PASTE.index("~") + 1, len(PASTE)))
def test_a_paste_in_two_parts_has_none_either(at):
    assert decoded(PASTE[:at], PASTE[at:]) == CLEAN


def events_of(text):
    parser = XTermParser()
    return [type(message) for part in (text, "") for message in parser.feed(part)]


def test_a_paste_is_one_event_for_the_framework():
    assert events_of(CLEAN) == [events.Key, events.Paste, events.Key, events.Key]
    assert events_of(PASTE).count(events.Key) > 3, "it takes what follows an escape for keys"
