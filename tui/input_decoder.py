"""What a terminal sends, as text: whatever the bytes, and without answers that come late."""

import codecs
import re

ANSWERS = re.compile(r"\x1b\]11;[^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[\?[\d;]*c")
"""What `look.background` asks for before the app starts: background (OSC 11) and kind of terminal (DA1)."""

_BEGUN = re.compile(r"\x1b(?:\](?:1(?:1(?:;[^\x07\x1b]*\x1b?)?)?)?|\[\?[\d;]*)\Z")
"""An answer whose rest is still to come. A lone Esc is none: it is a key."""

LONGEST_ANSWER = 64
"""Characters; what goes on for longer is no answer."""


class InputDecoder:
    """Decodes UTF-8, other bytes to U+FFFD, and drops the answers.

    Over a slow network they come when the app runs already, which would take each character for a key: `a`
    accepts, `c` confirms.
    """

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._held = ""

    def decode(self, data: bytes, final: bool = False) -> str:
        """Return the text of more bytes; the beginning of an answer is kept until its end has come."""
        text = ANSWERS.sub("", self._held + self._decoder.decode(data, final))
        begun = None if final else _BEGUN.search(text, max(0, len(text) - LONGEST_ANSWER))
        self._held = text[begun.start() :] if begun else ""
        return text.removesuffix(self._held)
