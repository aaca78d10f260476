"""Kept samples of formats, as a session left them that was killed: every later akapen must read them whole.

`tests/data/gold-format-1` is of two people's reviews in a terminal, with spans accepted, rejected, moved and
found everywhere, undone and redone steps, notes, confirmations taken back, an article deleted and a table of
the person's own. A format that comes after it brings a step of migration and keeps this sample as it is.
`gold-format-1-schemas` was begun by a schema of one's own and gone on with by a newer version of that.
"""

import json
import shutil
from pathlib import Path

import msgspec
import pytest

from store.annotation import Annotation
from store.article import Article
from store.gold.dataset import GoldDataset
from store.gold.file import VERSION
from store.gold.log import log
from store.gold.revision import Revision
from store.gold.stored import StoredHistory, StoredStep
from store.health.doctor import Examination
from store.schemas.loading import load_schema

SAMPLES = Path(__file__).parents[1] / "data"
TYPES = {
    "articles": Article,
    "annotations": Annotation,
    "histories": StoredHistory,
    "steps": StoredStep,
    "revisions": Revision,
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A copy of the sample, journal included."""
    return copied("gold-format-1", tmp_path)


def copied(sample: str, tmp_path: Path) -> Path:
    shutil.copytree(SAMPLES / sample, tmp_path / "kept")
    return tmp_path / "kept" / "gold.json"


def test_there_is_a_sample_of_every_format() -> None:
    assert [(SAMPLES / f"gold-format-{number}").is_dir() for number in range(1, VERSION + 1)] == [
        True
    ] * VERSION


def test_it_is_read_whole_with_its_journal(path: Path) -> None:
    with GoldDataset.open(path, annotator="太郎") as gold:
        assert gold.notices == ()
        assert gold.annotators() == ("太郎", "花子")
        assert [one.status for one in gold.annotations()] == ["confirmed", "confirmed", "confirmed", "draft"]
        events = [(entry.by, entry.event, entry.annotator) for entry in log(gold)]
        assert events == [
            ("花子", "confirm", "花子"),
            ("花子", "confirm", "花子"),
            ("花子", "unconfirm", "花子"),
            ("花子", "confirm", "花子"),
            ("太郎", "delete", "花子"),
            ("太郎", "confirm", "太郎"),
        ]
        assert json.loads(bytes(gold.storage.tables["mine"][1])) == {"row": "own"}
    assert Examination(path, load_schema()).findings == []


def test_its_steps_lead_back_to_the_suggestions_and_forth_again(path: Path) -> None:
    with GoldDataset.open(path, read_only=True) as gold:
        walked = 0
        for annotation in gold.annotations():
            whose = annotation.article, annotation.annotator
            history, state = gold.history(*whose), annotation
            while history.last:
                history, state = history.undo(state)
                walked += 1
            assert {span.status for span in state.spans} == {"suggested"}
            while history.position < gold.history(*whose).position:
                history, state = history.redo(state)
            assert (state.spans, state.values, state.note) == (
                annotation.spans,
                annotation.values,
                annotation.note,
            )
        assert walked > 10


def test_its_documents_are_written_again_as_they_were(path: Path) -> None:
    """Else the format has changed, and needs a new version with a step of migration."""
    with GoldDataset.open(path, read_only=True) as gold:
        for table, type_ in TYPES.items():
            assert gold.storage.tables[table]
            for raw in gold.storage.tables[table].values():
                again = msgspec.json.encode(msgspec.json.decode(raw, type=type_))
                assert json.loads(again) == json.loads(bytes(raw))


def test_a_schema_that_a_dataset_holds_is_read_and_written_again_as_it_was(tmp_path: Path) -> None:
    path = copied("gold-format-1-schemas", tmp_path)
    assert json.loads(path.read_bytes())["schemas"]["1"]["version"] == "1.0"
    with GoldDataset.open(path, read_only=True) as gold:
        [raw] = gold.storage.tables["schemas"].values()
        [schema] = gold.schemas().values()
        assert gold.stamps() == {"closure 1.0": 2}
    assert (schema.stamp, schema.labels[2].terms) == ("closure 1.1", ("老朽化", "人手不足", "再開発"))
    assert json.loads(msgspec.json.encode(schema)) == json.loads(bytes(raw))
    assert Examination(path, schema).findings == []
