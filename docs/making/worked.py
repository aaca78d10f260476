"""Print how the worked article comes to its suggestions, as tables: `python -m docs.making.worked`."""

import sys
from itertools import pairwise
from pathlib import Path

from extract.document import Document
from extract.extractor import Extractor
from store.schemas.loading import load_schema

ARTICLE = Path(__file__).parents[1] / "worked.txt"


def worked() -> str:
    """Return the worked article's tokens, sections, spans and values as Markdown."""
    text = ARTICLE.read_text(encoding="utf-8")
    document, found = Document(text), Extractor(load_schema()).suggest(text)
    first = document.sentences[3]
    starts = [*document.tokens.starts, len(text)]
    tokens = [text[a:b] for a, b in pairwise(starts) if first[0] <= a < first[0] + 24]
    sections = [f"`{section.outline or '–'}` {section.start}–{section.end}" for section in document.sections]
    by_id = {span.id: span for span in found.spans}
    lines = ["Tokens: " + "｜".join(tokens), "", "Sections: " + ", ".join(sections), ""]
    lines += ["| place | label | surface | rule | score | decided by |", "|---|---|---|---|---:|---|"]
    lines += [
        f"| {s.start}–{s.end} | {s.label} | {s.text} | `{s.origin}` | {s.score} | {' '.join(s.why)} |"
        for s in found.spans
    ]
    lines += ["", "| field | value | evidence | rule | score | decided by | runner-up |"]
    lines += ["|---|---|---|---|---:|---|---|"]
    for v in found.values:
        evidence = "、".join(f"{by_id[one].text} {by_id[one].start}" for one in v.evidence) or "–"
        cells = (v.field, v.value, evidence, f"`{v.origin}`", v.score, " ".join(v.why), v.runner_up or "–")
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(worked() + "\n")
