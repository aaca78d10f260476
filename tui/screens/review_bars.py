"""What the lines around the review's panes say: progress and saving, titles, what is current, keys."""

from collections import Counter

from store.gold.dataset import GoldDataset
from store.span import Span
from tui.keyboard.foot import foot
from tui.language import Language
from tui.review.form_rows import FormRow, shown_value
from tui.review.session import ReviewSession
from tui.screens.record_warnings import warnings
from tui.screens.review_panes import ROOMY, ReviewPanes
from tui.widgets.bar import Words
from tui.widgets.decision_marks import DECISION_MARKS
from tui.widgets.rows import fitted, note_before, width_of

Pieces = list[Words]
Sides = tuple[Pieces, Pieces]

TITLE = " akapen"
_DOT = " · "
_BAR_CELLS = 10

NARROW = 70
"""Cells; a narrower screen tells confirmed articles only."""

SURFACE_CELLS = 10
"""As much of a surface, value or evidence as is shown in any case."""

GIVE_WAY = "strong", ""
"""Styles of the pieces that are shortened where there is little room."""

BOTH_NAMES = 120
"""Cells; a narrower status line names a label in one language."""

_EIGHTHS = " ▏▎▍▌▋▊▉█"


def bars(screen: ReviewPanes, width: int) -> dict[str, Sides]:
    """Return what each line says, left and right, by the line's id."""
    return {
        "header": _header(screen, width),
        "text-title": _text_title(screen, width),
        "form-title": _form_title(screen, width),
        "status": _status(screen, width),
        "trouble": _trouble(screen),
        "foot": _foot(screen, width),
    }


def progress(done: int, total: int) -> str:
    """Return a bar of ten cells that shows how much of something is done, in eighths of a cell."""
    eighths = round(done / total * _BAR_CELLS * 8) if total else 0
    whole, rest = divmod(eighths, 8)
    return ("█" * whole + (_EIGHTHS[rest] if rest else "")).ljust(_BAR_CELLS)


def _header(screen: ReviewPanes, width: int) -> Sides:
    session, language = screen.session, screen.language
    left = _progress(screen, width)
    if width >= ROOMY:
        saved = language("header.saved", time="00:00:00")
        used = sum(width_of(text) for text, *_ in left) + width_of(f"{TITLE}{saved}  ")
        left.insert(0, (_named(session.dataset, width - used), "dim"))
    return [(TITLE, "strong"), *left], [saving(session, language), (" ", "")]


def _named(dataset: GoldDataset, room: int) -> str:
    """Return the names of dataset and annotator in so many cells; the dataset's gives way first."""
    annotator = _DOT + dataset.annotator
    name = fitted(dataset.path.name, max(SURFACE_CELLS, room - width_of(_DOT + annotator)))
    return fitted(_DOT + name + annotator, room)


def _progress(screen: ReviewPanes, width: int) -> Pieces:
    session, language = screen.session, screen.language
    queue = session.queue
    left: Pieces = []
    if session.is_open:
        place = queue.place(session.article.id) + 1
        left.append((f"  {place or '–'}/{len(queue.order)} ", ""))
        if queue.view.narrows:
            left.append((language("header.filtered", total=len(queue)) + " ", "warning"))
    left.append((f"▕{progress(queue.finished, len(queue))}▏", "key"))
    left.append((" " + language("header.confirmed", count=queue.counts.get("confirmed", 0)), ""))
    if width >= NARROW:
        left.append((_DOT + language("header.drafts", count=queue.counts.get("draft", 0)), ""))
        if flagged := queue.counts.get("flagged", 0):
            left.append((_DOT + language("header.flagged", count=flagged), "warning"))
    return left


def saving(session: ReviewSession, language: Language) -> Words:
    """Return the state of saving in words with their style: never `saved` while anything is not on disk."""
    report = session.saver.last
    if session.dataset.read_only:
        return language("header.read_only"), "warning"
    if report is not None and report.problem:
        return language("header.unsaved"), "warning"
    if session.saver.pending:
        return language("header.saving"), "good"
    if report is None or report.saved_at is None:
        return language("header.nothing_yet"), "good"
    return language("header.saved", time=f"{report.saved_at:%H:%M:%S}"), "good"


def _text_title(screen: ReviewPanes, width: int) -> Sides:
    focus = "key" if screen.place in ("text", "search") else "dim"
    if not screen.session.is_open:
        return [(" " + screen.language("pane.text"), focus)], []
    article, annotation = screen.session.article, screen.session.annotation
    style = {"confirmed": "good", "flagged": "warning"}.get(annotation.status, "dim")
    left: Pieces = [
        (f" [{screen.language('status.' + annotation.status)}] ", style),
        (note_before(annotation.note, width), "warning"),
        (article.title, focus),
        ("  " + article.source, "dim"),
    ]
    return left, [(article.published + " ", "dim")] if article.published else []


def _form_title(screen: ReviewPanes, width: int) -> Sides:
    focus = "key" if screen.place in ("form", "edit") else "dim"
    left: Pieces = [(" " + screen.language("pane.record"), focus)]
    if not screen.session.is_open:
        return left, []
    if width < ROOMY:
        return left, _state(screen)
    undecided = sum(value.status == "suggested" for value in screen.session.annotation.values)
    return left, [
        (screen.language("line.values_undecided", count=undecided) + " ", "dim")
    ] if undecided else []


def _status(screen: ReviewPanes, width: int) -> Sides:
    if screen.is_opening or not screen.session.is_open:
        return [(" " + screen.language("line.suggesting") if screen.is_opening else "", "dim")], []
    left = _of_row(screen, screen.form.current) if screen.place in ("form", "edit") else _of_text(screen)
    right = _state(screen) if width >= ROOMY else []
    room = width - 2 - sum(width_of(text) for text, *_ in right)
    return [(" ", ""), *_shortened(left, room)], right


def _shortened(pieces: Pieces, room: int) -> Pieces:
    """Return pieces that fit so many cells, so that rule and score are told.

    The surface gives way first, for it stands in the text too, then the value or the evidence.
    """
    over = sum(width_of(text) for text, *_ in pieces) - room
    for giving_way in GIVE_WAY:
        for at, (text, style) in enumerate(pieces):
            if over > 0 and style == giving_way:
                shorter = fitted(text, max(SURFACE_CELLS, width_of(text) - over))
                over -= width_of(text) - width_of(shorter)
                pieces = [*pieces[:at], (shorter, style), *pieces[at + 1 :]]
    return pieces


def _state(screen: ReviewPanes) -> Pieces:
    """Return the step and how much is undecided, or else what follows, shown where there is room for it."""
    language, undecided = screen.language, screen.session.undecided
    done = "status.confirmed" if screen.session.annotation.status == "confirmed" else "line.all_decided"
    end = language("line.undecided", count=undecided) if undecided else language(done)
    step = language(f"line.step_{screen.pane.step}")
    return [(step + _DOT, "dim"), (end + " ", "strong" if undecided else "good")]


def _of_text(screen: ReviewPanes) -> Pieces:
    pane, language = screen.pane, screen.language
    if pane.matches and pane.cursor == pane.matches[pane.match_index][0]:
        count = language("line.match", number=pane.match_index + 1, count=len(pane.matches))
        return [(count + _DOT, "warning"), *_of_selection(screen)]
    return _of_selection(screen)


def _of_selection(screen: ReviewPanes) -> Pieces:
    """Return what is selected, if that is no span, and the current span, which keys decide on."""
    if not (screen.selected and screen.pane.selection):
        return _of_span(screen, screen.span)
    start, end = screen.pane.selection
    selection = screen.session.article.text[start:end]
    pieces: Pieces = [(screen.language("line.selection") + " ", "key"), (selection, "strong")]
    return [*pieces, (_DOT, "dim"), *_of_span(screen, screen.span)] if screen.span else pieces


def _of_span(screen: ReviewPanes, span: Span | None) -> Pieces:
    language = screen.language
    if span is None:
        return [(language("line.no_span"), "dim")]
    label = screen.session.schema.label(span.label)
    named = language.both if screen.size.width >= BOTH_NAMES else language.name
    name = f"{span.label} {named(label.name)}" if label else span.label
    pieces: Pieces = [(f"{DECISION_MARKS[span.status]} {name} ", "key"), (span.text, "strong")]
    values = [value for value in screen.session.annotation.values if span.id in value.evidence]
    if values and (field := screen.session.schema.field(values[0].field)):
        value = shown_value(field, values[0], language)
        pieces.append((f" → {language.name(field.name) if value == span.text else value}", ""))
    pieces += _origin(language, span.origin, span.score, span.why)
    if span.suggested is not None:
        was = screen.session.article.text[span.suggested.start : span.suggested.end]
        pieces.append((_DOT + language("line.was", text=f"{span.suggested.label} {was}"), "dim"))
    return pieces


def _origin(language: Language, origin: str, score: float | None, why: tuple[str, ...]) -> Pieces:
    rule = language("line.human") if origin == "human" else origin
    words = rule if score is None else f"{rule} {score:.2f}"
    return [(_DOT + words + (_DOT + " ".join(why) if why else ""), "dim")]


def _of_row(screen: ReviewPanes, row: FormRow | None) -> Pieces:
    language = screen.language
    if row is None:
        return []
    pieces: Pieces = [(language.name(row.field.name) + " ", "key")]
    if row.value is None:
        return [*pieces, (language.name(row.field.definition), "dim")]
    pieces.append((shown_value(row.field, row.value, language), "strong"))
    if warning := warnings(screen.session, language).get(row.value.id):
        pieces.append((f" ! {warning}", "warning"))
    evidence = screen.evidence_of(row)
    if evidence:
        counted = Counter(span.text for span in evidence)
        said = (f"{text} ×{count}" if count > 1 else text for text, count in counted.items())
        pieces.append((" ← " + " / ".join(said), ""))
    pieces += _origin(language, row.value.origin, row.value.score, row.value.why)
    if row.value.suggested is not None:
        pieces.append((_DOT + language("line.was", text=row.value.suggested), "dim"))
    return pieces


def _trouble(screen: ReviewPanes) -> Sides:
    problem = screen.save_report.problem if screen.save_report else ""
    return [(" " + screen.language("did.save_failed", problem=problem), "warning")], []


def _foot(screen: ReviewPanes, width: int) -> Sides:
    read_only = screen.session.dataset.read_only
    left, right = foot(screen.keys, screen.place, screen.language, width, read_only=read_only)
    return [(" " + screen.said, "strong")] if screen.said else left, right
