"""What looks wrong about a record, in words."""

from store.schema import Field
from tui.language import Language
from tui.review.checks import Finding
from tui.review.session import ReviewSession


def warnings(session: ReviewSession, language: Language) -> dict[str, str]:
    """Return what looks wrong about the record, by the value's id."""
    return {found.value: warning(found, session, language) for found in reversed(session.findings())}


def doubts(session: ReviewSession, language: Language) -> list[str]:
    """Return what is only marked about the record, as `no evidence: discovered by`."""
    return _told(session, language, contradiction=False)


def contradictions(session: ReviewSession, language: Language) -> list[str]:
    """Return what can't be right about the record, as `after publication on 2023-04-05: occurred on`."""
    return _told(session, language, contradiction=True)


def _told(session: ReviewSession, language: Language, *, contradiction: bool) -> list[str]:
    """Return findings in words with the fields that they are about, unless the words name these already."""
    fields: dict[str, dict[str, None]] = {}
    values = {value.id: value for value in session.annotation.values}
    for found in session.findings():
        if found.contradiction == contradiction:
            field, named = values[found.value].field, fields.setdefault(warning(found, session, language), {})
            if field not in found.words.values():
                named[_field_name(session, field, language)] = None
    return [": ".join(filter(None, (said, " / ".join(named)))) for said, named in fields.items()]


def warning(found: Finding, session: ReviewSession, language: Language) -> str:
    """Return a finding in words, fields by their names."""
    return language(
        found.key, **{key: _field_name(session, word, language) for key, word in found.words.items()}
    )


def _field_name(session: ReviewSession, word: str, language: Language) -> str:
    field: Field | None = session.schema.field(word)
    return language.name(field.name) if field else word
