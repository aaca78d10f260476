"""Where a key stands in a TOML file: the line of each key and array element, which `tomli` doesn't tell."""

import re

import tomli

Path = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = re.compile(r"""[ \t]*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+))[ \t]*""")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|' + r"'''.*?'{3,5}|" + r'"(?:[^"\\\n]|\\.)*"|' + r"'[^'\n]*'", re.DOTALL
)
_SCALAR = re.compile(r"[^,\]}\n#]*")


def lines_of(text: str) -> dict[Path, int]:
    """Return the line, from 1, of every key and array element of a valid TOML text.

    Paths are made of keys and indices: `("labels", 2, "key")`.
    """
    return _Scanner(text).scan()


def line_of(text: str, path: Path) -> int:
    """Return the line of a path, or of the nearest thing around it that is there; else 1."""
    return nearest_line(lines_of(text), path)


def nearest_line(lines: dict[Path, int], path: Path) -> int:
    """Return the line of a path among those known, or of the nearest thing around it; else 1."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _unquoted(key: re.Match[str]) -> str:
    quoted, literal, bare = key.groups()
    if quoted is not None:
        plain: str = tomli.loads(f'key = "{quoted}"')["key"]
        return plain
    return literal if literal is not None else str(bare)


class _Scanner:
    """Walks a text that `tomli` has found valid, so that it need not check anything itself."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Path, int] = {}
        self.sizes: dict[Path, int] = {}

    def scan(self) -> dict[Path, int]:
        table: Path = ()
        self._skip_blank()
        while self.at < len(self.text):
            table = self._header() if self.text[self.at] == "[" else self._pair(table)
            self._skip_blank()
        return self.lines

    def _header(self) -> Path:
        is_array = self.text.startswith("[[", self.at)
        line = self._line()
        self.at += 2 if is_array else 1
        keys = self._keys()
        self.at += 2 if is_array else 1
        path: Path = ()
        for key in keys[:-1]:
            path = self._last((*path, key))
        path = (*path, keys[-1])
        if is_array:
            self.sizes[path] = self.sizes.get(path, 0) + 1
            self.lines.setdefault(path, line)
            path = self._last(path)
        self.lines[path] = line
        return path

    def _last(self, path: Path) -> Path:
        return (*path, self.sizes[path] - 1) if path in self.sizes else path

    def _pair(self, table: Path) -> Path:
        """Read `key = value`; returns the table, in which the next pair stands too."""
        line = self._line()
        path = table
        for key in self._keys():
            path = (*path, key)
            self.lines.setdefault(path, line)
        self.at += 1
        self._value(path)
        return table

    def _keys(self) -> list[str]:
        keys = []
        while match := _KEY.match(self.text, self.at):
            keys.append(_unquoted(match))
            self.at = match.end()
            if not self.text.startswith(".", self.at):
                break
            self.at += 1
        return keys

    def _value(self, path: Path) -> None:
        self._skip_blank()
        opening = self.text[self.at]
        if opening == "[":
            self._items(path, "]")
        elif opening == "{":
            self._items(path, "}")
        elif match := _STRING.match(self.text, self.at) or _SCALAR.match(self.text, self.at):
            self.at = match.end()

    def _items(self, path: Path, closing: str) -> None:
        """Read the elements of an array, or the pairs of an inline table."""
        self.at += 1
        self._skip_blank()
        index = 0
        while self.text[self.at] != closing:
            if closing == "]":
                self.lines[(*path, index)] = self._line()
                self._value((*path, index))
            else:
                self._pair(path)
            index += 1
            self._skip_blank()
            if self.text[self.at] == ",":
                self.at += 1
                self._skip_blank()
        self.at += 1

    def _skip_blank(self) -> None:
        match = _BLANK.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _line(self) -> int:
        return self.text.count("\n", 0, self.at) + 1
