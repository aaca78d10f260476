"""What a terminal sends, as text: whatever the bytes, without late answers, and pastes without escapes."""

import codecs
import re

ANSWERS = re.compile(r"\x1b\]11;[^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[\?[\d;]*c")
"""What `look.background` asks for before the app starts: background (OSC 11) and kind of terminal (DA1)."""

PASTE, END_OF_PASTE = "\x1b[200~", "\x1b[201~"

_BEGUN = re.compile(r"\x1b(?:\](?:1(?:1(?:;[^\x07\x1b]*\x1b?)?)?)?|\[\?[\d;]*)\Z")
"""An answer whose rest is still to come. A lone Esc is none: it is a key."""
_END_BEGUN = re.compile(r"\x1b(?:\[(?:20?1?)?)?\Z")
"""The end of a paste whose rest is still to come."""
LONGEST_ANSWER = 64
"""Characters; what goes on for longer is no answer."""


class InputDecoder:
    """Decodes UTF-8, other bytes to U+FFFD, and drops what would act as keys but is none.

    Answers over a slow network come when the app runs already, which would take each character for a key: `a`
    accepts, `c` confirms. So it would all of a paste with an escape sequence in it.
    """

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._held = ""
        self._pasting = False

    def decode(self, data: bytes, final: bool = False) -> str:
        """Return the text of more bytes; what may begin an answer is kept until more has come."""
        rest, said = self._held + self._decoder.decode(data, final), ""
        while True:
            before, marker, rest = rest.partition(END_OF_PASTE if self._pasting else PASTE)
            self._held = "" if marker or final else self._unfinished(before)
            said += self._clean(before.removesuffix(self._held)) + marker
            if not marker:
                return said
            self._pasting = not self._pasting

    def _clean(self, text: str) -> str:
        return text.replace("\x1b", "") if self._pasting else ANSWERS.sub("", text)

    def _unfinished(self, text: str) -> str:
        begun = (_END_BEGUN if self._pasting else _BEGUN).search(text, max(0, len(text) - LONGEST_ANSWER))
        return begun[0] if begun else ""
