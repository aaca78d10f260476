"""What can go wrong in the store, one class a thing that a caller may handle.

AkapenError                 a message for a person, with a title; the base of every error of ours
├── UsageError              the command or its arguments make no sense
├── MissingLibraryError     an optional library is not installed
└── DataError               a file's content is at fault; names the file and the place in it
    ├── UnreadableFileError the file is missing, empty, binary or not decodable
    ├── SchemaError         a schema file breaks a rule
    └── DatasetError        a gold dataset is damaged, foreign, or can't be written
        ├── HeldError           another process writes it: it can be read meanwhile
        └── NewerFormatError    a newer akapen made it: nothing here may touch it
"""

from pathlib import Path


class AkapenError(Exception):
    """The base of akapen's errors: one clear line that the screen and the command line both can show."""

    title = "akapen"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class UsageError(AkapenError):
    """The command was used wrongly."""

    title = "usage"


class MissingLibraryError(AkapenError):
    """A library that the base install leaves out is not there."""

    title = "missing library"


class DataError(AkapenError):
    """Data from outside is at fault.

    Args:
        source: the file (or `-` for standard input) that holds the data.
        problem: what is wrong and what to do about it.
        place: where in the file, such as `line 3` or `$.spans[3].end`.
    """

    title = "data"

    def __init__(self, source: Path | str, problem: str, place: str | None = None) -> None:
        super().__init__(f"{source} @ {place}: {problem}" if place else f"{source}: {problem}")
        self.source = str(source)
        self.problem = problem
        self.place = place

    def __reduce__(self) -> tuple[type["DataError"], tuple[str, str, str | None]]:
        """Let it travel between processes."""
        return type(self), (self.source, self.problem, self.place)


class UnreadableFileError(DataError):
    """A file can't be read as text or as data at all."""

    title = "unreadable file"


class SchemaError(DataError):
    """A schema file breaks a rule; the place names line and key."""

    title = "schema"


class DatasetError(DataError):
    """A gold dataset can't be opened or written."""

    title = "gold dataset"


class HeldError(DatasetError):
    """A gold dataset is being written by another process."""


class NewerFormatError(DatasetError):
    """A gold dataset is in a format that only a newer akapen knows."""
