import subprocess
import sys

HEAVY = ("textual", "rich", "tinydb", "fugashi", "charset_normalizer")


def loaded_by(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_extractor_loads_nothing_heavy() -> None:
    loaded = loaded_by("import extract.extractor")
    assert "extract" in loaded
    assert not loaded & set(HEAVY)


def test_extraction_loads_the_tokeniser_but_no_screen() -> None:
    statement = (
        "from extract.extractor import Extractor; from store.schemas.loading import load_schema; "
        "Extractor(load_schema(None)).suggest('北斗食品株式会社は2,577件が漏えいしたと発表した。')"
    )
    loaded = loaded_by(statement)
    assert "fugashi" in loaded
    assert not loaded & {"textual", "rich", "tinydb"}
