"""Japanese numerals to integers, and where numerals stand in a text."""

from decimal import Decimal

from extract.document import Document, Stretch
from extract.folding import fold
from extract.lazy_pattern import lazy

_KANJI = {character: str(value) for value, character in enumerate("〇一二三四五六七八九")} | {"零": "0"}
_TO_ARABIC = str.maketrans(_KANJI | {"・": ".", "･": "."})
_SMALL = {"十": 10, "百": 100, "千": 1_000}
_LARGE = {"": 1, "万": 10**4, "億": 10**8, "兆": 10**12}

_LIMIT = 10**16
_PLAIN_DIGITS = 16
_LONGEST = 24
"""Beyond these no count or amount is meant, and decimal arithmetic would no longer be exact."""

_DIGIT = "0-9〇零一二三四五六七八九十百千万億兆"
_SOME_OF = "(?=[十百千万億件人名枚台通社個冊口世校点回])"
_SOME = f"数{_SOME_OF}"
_POINT = "[・･](?=[〇零一二三四五六七八九]{1,3}[万億兆])"
_COUNTED = "[件人名円枚台通社口]"
_GAP = (
    f"(?:(?<=[0-9]) (?=[万億兆千百] ?(?:[0-9]|{_COUNTED}))"
    f"|(?<=[万億兆]) (?=[0-9]{{1,4}} ?(?:[千百]|{_COUNTED})))"
)
NUMERAL = rf"[{_DIGIT}数](?:(?<!数)|{_SOME_OF})(?:[{_DIGIT}]+|{_SOME}|[,､、.](?=[0-9])|{_POINT}|{_GAP})*"
"""A run of numeral characters in folded text. A separator belongs to it only before a digit, 数 only where it
means `some` (数十, 十数人; not the one of 件数), a dot between kanji only before a large unit (三・一万), a
space only about a large unit with its counter behind it (5.9 万件, 3 万 2 千件)."""

_RUN = lazy(NUMERAL)
_PLAIN = r"[0-9,､、.]+|[〇零一二三四五六七八九・･]+"
_SECTION = lazy(rf"(?:({_PLAIN})?(千))?(?:({_PLAIN})?(百))?(?:({_PLAIN})?(十))?({_PLAIN})?")
_SECTIONS = lazy(r"([^万億兆]*)([万億兆]?)")
_ARABIC = lazy(r"[0-9]{1,3}(?:[,､、][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_COMMAS = lazy("[,､、]")


def parse_number(numeral: str) -> int | None:
    """Return the integer that a numeral means, none if it means no exact one: `数十`, `12,34`, `1.55`.

    Arabic digits of either width, kanji (`三千二百`, `二〇二三`), mixed (`5万2000`, `21百万`), decimals
    before a unit (`1.5万`, `三・一万`), and commas of every kind before groups of three digits.
    """
    if len(numeral) > _LONGEST:
        return None
    if numeral.isdecimal():
        return int(numeral) if len(numeral) <= _PLAIN_DIGITS else None
    folded = fold(numeral).replace(" ", "")
    total = Decimal(0)
    limit = _LIMIT
    for digits, unit in _SECTIONS.findall(folded)[:-1]:
        amount = Decimal(1) if unit and not digits else _section(digits)
        if amount is None or _LARGE[unit] >= limit:
            return None
        limit = _LARGE[unit]
        total += amount * limit
    return int(total) if folded and total == total.to_integral_value() and total < _LIMIT else None


def _section(digits: str) -> Decimal | None:
    """Read what stands before one of 万億兆: digits with 千百十 in falling order."""
    match = _SECTION.fullmatch(digits)
    if match is None:
        return None
    total = Decimal(0)
    plains, units = match.group(1, 3, 5, 7), (*match.group(2, 4, 6), None)
    for plain, unit in zip(plains, units, strict=True):
        if plain is None and unit is None:
            continue
        value = Decimal(1) if plain is None else _plain(plain)
        if value is None:
            return None
        total += value * (_SMALL[unit] if unit else 1)
    return total


def _plain(digits: str) -> Decimal | None:
    arabic = digits.translate(_TO_ARABIC)
    return Decimal(_COMMAS.sub("", arabic)) if _ARABIC.fullmatch(arabic) else None


def numerals(document: Document) -> tuple[Stretch, ...]:
    """Return where numerals stand in a document; kanji numerals within words (一部, 十分) are among them."""
    return tuple(match.span() for match in _RUN.finditer(document.folded))
