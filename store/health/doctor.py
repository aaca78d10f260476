"""The doctor: examines a gold file, whole or not, and writes what can be saved to a new one."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from store.advice import advice, failed
from store.annotation import Annotation
from store.article import Article, article_id
from store.clock import now
from store.errors import DatasetError, NewerFormatError, UnreadableFileError
from store.files import write_atomically
from store.gold import file as gold_file
from store.gold.dataset import is_there
from store.gold.file import Tables
from store.gold.index import Key
from store.gold.migrations import migrated
from store.gold.own_schema import TABLE, read_schema
from store.gold.revision import Revision
from store.gold.stored import StoredHistory, StoredStep
from store.health.annotation_check import check_spans, check_values, salvaged
from store.health.finding import Fate, Finding
from store.health.salvage import IDENTITY, salvage
from store.schema import Schema

T = TypeVar("T")


class Examination:
    """One look at a gold file: `findings` in its order, and `tables` with what can be saved.

    Args:
        path: the gold file; its journal is looked at too. Neither is touched.
        schema: what labels and fields there should be.

    Raises:
        UnreadableFileError: the file is missing or may not be read.
        NewerFormatError: a newer akapen made it.
    """

    def __init__(self, path: Path, schema: Schema) -> None:
        self.path = path
        self.findings: list[Finding] = []
        self.tables: Tables = {}
        self.stamps = Counter[str]()
        """How many annotations were made with which schema, by its name and version."""
        self.schemas: dict[str, Schema] = {}
        """Those that the file holds and that are sound, by name."""
        self._schema = schema
        self._spare: list[Annotation] = []
        try:
            found = salvage(path)
        except OSError as error:
            raise UnreadableFileError(path, advice(error)) from None
        self.findings += [Finding("file", problem, "lost") for problem in found.problems]
        if found.joined:
            self._note(
                "file", "the journal is of another state of the file: its edits were joined in", "mended"
            )
        self._found = found.tables
        self._examine()

    def _examine(self) -> None:
        self._check_meta()
        self._check_schemas()
        articles = self._check_articles()
        annotations = self._check_annotations(articles)
        self._check_histories(annotations, self._check_steps(annotations))
        self._check_revisions()
        self.tables = self._found | self.tables

    def _note(self, place: str, problem: str, fate: Fate) -> None:
        self.findings.append(Finding(place, problem, fate))

    def _read(self, raw: msgspec.Raw, type_: type[T], place: str) -> T | None:
        try:
            return msgspec.json.decode(raw, type=type_)
        except (ValueError, RecursionError) as error:
            self._note(place, str(error), "lost")
            return None

    def _check_meta(self) -> None:
        try:
            version = gold_file.meta(self._found, self.path).version
            self._found = migrated(self._found, version, self.path)
        except NewerFormatError:
            raise
        except DatasetError as error:
            self._note("meta", error.problem, "mended")
        self.tables["meta"] = gold_file.empty()["meta"]

    def _check_schemas(self) -> None:
        table = self.tables[TABLE] = {}
        for number, raw in self._found[TABLE].items():
            place = f"{TABLE}[{number}]"
            if self._read(raw, dict[str, Any], place) is None:
                continue
            table[number] = raw
            try:
                schema = read_schema(raw, self.path, place)
            except DatasetError as error:
                self._note(error.place or place, error.problem, "kept")
                continue
            if self.schemas.setdefault(schema.name, schema) is not schema:
                self._note(place, f"the schema {schema.name} is there twice; the first counts", "kept")

    def _check_articles(self) -> dict[str, Article]:
        found: dict[str, Article] = {}
        table = self.tables["articles"] = {}
        for number, raw in self._found["articles"].items():
            place = f"articles[{number}]"
            article = self._read(raw, Article, place)
            if article is None:
                continue
            if article.id in found:
                self._note(place, f"the article {article.id} is there twice", "lost")
                continue
            if article.id != article_id(article.text):
                self._note(place, "the text is not the one that was imported: its hash differs", "kept")
            found[article.id] = article
            table[number] = raw
        return found

    def _check_annotations(self, articles: dict[str, Article]) -> dict[Key, int]:
        found: dict[Key, int] = {}
        table = self.tables["annotations"] = {}
        for number, raw in self._found["annotations"].items():
            place = f"annotations[{number}]"
            annotation = self._annotation(raw, articles, place)
            if annotation is None:
                continue
            key = annotation.article, annotation.annotator
            if key in found:
                problem = (
                    f"the annotation of {key[0]} by {key[1]} is there twice; this one becomes a revision"
                )
                self._note(place, problem, "mended")
                self._spare.append(annotation)
                continue
            found[key] = number
            table[number] = msgspec.Raw(msgspec.json.encode(annotation))
            self.stamps[annotation.schema] += 1
        return found

    def _annotation(self, raw: msgspec.Raw, articles: dict[str, Article], place: str) -> Annotation | None:
        document = self._read(raw, dict[str, Any], place)
        annotation, findings = (None, []) if document is None else salvaged(document, place)
        if annotation and annotation.article not in articles:
            findings.append(Finding(place, f"there is no article {annotation.article}", "kept"))
        elif annotation:
            article = articles[annotation.article]
            annotation, wrong = check_spans(annotation, article, self._schema, place)
            annotation, more = check_values(annotation, self._schema, place)
            findings += wrong + more
        self.findings += findings
        return annotation

    def _check_steps(self, annotations: dict[Key, int]) -> dict[Key, int]:
        """Keep the undo steps of annotations whose steps are all there; return how many they are."""
        steps: dict[Key, dict[int, int]] = {}
        broken: set[Key] = set()
        for number, raw in self._found["steps"].items():
            step = self._read(raw, StoredStep, f"steps[{number}]")
            if step:
                numbers = steps.setdefault((step.article, step.annotator), {})
                broken |= {(step.article, step.annotator)} if step.number in numbers else set()
                numbers[step.number] = number
        for key, numbers in steps.items():
            if key not in annotations or key in broken or sorted(numbers) != list(range(1, len(numbers) + 1)):
                self._note("steps", f"the undo steps of {key[0]} by {key[1]} are not whole", "lost")
                numbers.clear()
        kept = {at for numbers in steps.values() for at in numbers.values()}
        self.tables["steps"] = {at: raw for at, raw in self._found["steps"].items() if at in kept}
        return {key: len(numbers) for key, numbers in steps.items() if numbers}

    def _check_histories(self, annotations: dict[Key, int], steps: dict[Key, int]) -> None:
        """Keep how many steps are done, under the ids of the annotations."""
        table = self.tables["histories"] = {}
        for number, raw in self._found["histories"].items():
            history = self._read(raw, StoredHistory, f"histories[{number}]")
            key = (history.article, history.annotator) if history else ("", "")
            if history and key in annotations and 0 <= history.position <= steps.get(key, 0):
                table[annotations[key]] = raw
            elif history:
                self._note(f"histories[{number}]", "is of no undo steps that are there", "lost")

    def _check_revisions(self) -> None:
        """Keep what can be read of them, each under a number of its own."""
        table = self.tables["revisions"] = {}
        taken: dict[Key, set[int]] = {}
        for at, one in self._revisions():
            numbers = taken.setdefault((one.article, one.annotator), {0})
            if one.number in numbers:
                if one.number:
                    self._note(f"revisions[{at}]", f"the number {one.number} is there twice", "mended")
                one = msgspec.structs.replace(one, number=max(numbers) + 1)
            numbers.add(one.number)
            table[at] = msgspec.Raw(msgspec.json.encode(one))

    def _revisions(self) -> Iterator[tuple[int, Revision]]:
        """Yield those that are there, then those without a number: annotations that have no other place."""
        found = self._found["revisions"]
        for at, raw in found.items():
            one = self._read(raw, Revision, f"revisions[{at}]")
            if one is not None:
                yield at, one
        for at, spare in enumerate(self._spare, max(found, default=0) + 1):
            yield at, Revision(spare.article, spare.annotator, 0, "merge", now(), spare.annotator, spare)


def repair(examination: Examination, out: Path) -> None:
    """Write what an examination could save to a new file.

    Raises:
        DatasetError: nothing can be saved, there is something already, or it can't be written.
    """
    if is_there(out):
        raise DatasetError(out, "there already: name a new file")
    if examination.findings and not any(examination.tables[name] for name in IDENTITY):
        raise DatasetError(examination.path, f"nothing in it can be saved: {out} was not written")
    try:
        write_atomically(out, gold_file.render(examination.tables))
    except OSError as error:
        raise failed(out, "written", error) from None
