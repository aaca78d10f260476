"""An article: the source text that a person reviews, exactly as it was decoded."""

import msgspec

MetaValue = str | int | float | bool | None


def article_id(text: str) -> str:
    """Return the identity of a text: the first 16 hex digits of the SHA-256 of its UTF-8 bytes.

    Lone surrogates, which UTF-8 has no bytes for, are hashed as their own three bytes.
    """
    import hashlib  # loads OpenSSL, which only the making of articles needs

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Article(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One article. Its text never changes after import; every offset is a code point of it."""

    id: str
    text: str
    title: str = ""
    source: str = ""
    published: str | None = None
    """Publication date, ISO 8601 at the precision known: `2024-05-20`, `2024-05` or `2024`."""
    external_id: str | None = None
    """The id that the source gave, kept for exports."""
    meta: dict[str, MetaValue] = {}

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        title: str = "",
        source: str = "",
        published: str | None = None,
        external_id: str | None = None,
        meta: dict[str, MetaValue] | None = None,
    ) -> "Article":
        """Make an article whose id follows from its text; without a title, the first line that says one."""
        title = title or next((line.strip() for line in text.splitlines() if line.strip()), "")
        return cls(
            id=article_id(text),
            text=text,
            title=title,
            source=source,
            published=published,
            external_id=external_id,
            meta=meta or {},
        )
