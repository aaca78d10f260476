"""The export formats, by name."""

from store.formats.akapen_export import write_akapen
from store.formats.piece import Format

FORMATS = {
    one.name: one
    for one in (
        Format("jsonl", "our own JSON Lines: everything, and the only one that loses nothing", write_akapen),
    )
}
