"""`akapen import`: articles, and the annotations of other tools, into a gold dataset."""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from store.annotation import Annotation
from store.article import Article
from store.errors import UsageError
from store.formats.reading import Finding
from store.gold.dataset import GoldDataset, is_there, login_name
from store.schema import Schema
from tui.commands.options import (
    add_gold,
    add_json,
    add_schema,
    asked_schema,
    example,
    gold_to_write,
    name_of_person,
    who,
)
from tui.commands.reading import add_paths, reading_options

EXAMPLES = """\
  akapen import notices/ --gold gold.json
  akapen import table.csv --gold gold.json --column text=本文 --column published=公表日
  akapen import notices/ --gold my.json --schema my.toml
  curl -s https://example.jp/notice.txt | akapen import - --gold gold.json --published 2024-05-01
  akapen import project.jsonl --format doccano --unit utf-16 --map COMPANY=ORG --gold gold.json
  akapen import brat/ --format brat --as suggestions --gold gold.json
  akapen import predicted.jsonl --format jsonl --as suggestions --gold gold.json

Articles that are there already are said and skipped; an annotation that is there is kept. If any file can't
be read, nothing is imported. Lines of akapen's own export bring their annotations along without --format;
with --format jsonl, lines as `akapen extract` prints them bring their labels along too."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    from store.formats.foreign_import import READERS
    from store.formats.offsets import UNITS

    parser.epilog = example(EXAMPLES)
    add_paths(parser, needed=True)
    add_gold(parser)
    parser.add_argument("--format", choices=READERS, help="the paths hold annotations in this form")
    parser.add_argument(
        "--as",
        dest="kind",
        choices=("gold", "suggestions"),
        help="what they count as (default: gold)",
    )
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="THEIRS=OURS",
        help="the label of ours for one of theirs",
    )
    parser.add_argument(
        "--unit", choices=UNITS, help="what their offsets count (default: as surfaces and ends of texts tell)"
    )
    parser.add_argument(
        "--annotator",
        type=name_of_person,
        metavar="NAME",
        help="whose they are, whatever the file says (default: as it says)",
    )
    add_schema(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Read all, then add all in one step."""
    from store.plural import number_of
    from tui.printing import print_json, say
    from tui.tasks.importing import add_annotations, attributed, read_all
    from tui.tasks.settling_schema import settle_schema

    gold, asked = gold_to_write(arguments), asked_schema(arguments)
    articles, annotations = read_all(_findings(arguments, gold, asked))
    if arguments.annotator:
        annotations = [attributed(one, arguments.annotator) for one in annotations]
    with GoldDataset.open(gold) as dataset, dataset.group():
        added, already = dataset.add(_each_once(articles, annotations))
        annotated, kept = add_annotations(dataset, annotations)
        if annotations or asked:
            settle_schema(dataset, asked, annotations)
    for article in already:
        name = article.source or article.title or article.id
        say(f"akapen: {name}: is in {gold} already ({article.id}); skipped")
    if arguments.json:
        ids = {"added": [article.id for article in added], "already": [article.id for article in already]}
        print_json(ids)
    say(f"akapen: {gold}: {len(added)} imported, {len(already)} there already")
    if annotations:
        say(f"akapen: {gold}: {number_of(annotated, 'annotation')} imported, {kept} there already and kept")
    return 0


def _each_once(articles: list[Article], annotations: list[Annotation]) -> Iterator[Article]:
    """Yield the articles, one that comes with several people's annotations but once: it is no duplicate."""
    surplus = Counter(one.id for one in articles) - Counter(one.article for one in annotations)
    seen: set[str] = set()
    for article in articles:
        if surplus[article.id] or article.id not in seen:
            yield article
        seen.add(article.id)


def _findings(arguments: argparse.Namespace, gold: Path, asked: Schema | None) -> Iterator[Finding]:
    from store.formats.articles import read_articles
    from store.formats.fitting import Fitting
    from store.formats.foreign_import import read_foreign

    if not arguments.format:
        _refuse(arguments, ("kind", "map", "unit"), "say with --format which annotations the files hold")
        yield from read_articles(arguments.paths, reading_options(arguments))
        return
    _refuse(arguments, ("published", "column"), f"not with --format {arguments.format}, which says so itself")
    annotator = who(arguments) or login_name()
    schema, known = _standing(gold, asked, arguments.format)
    labels = _labels(arguments.map, schema)
    fitting = Fitting(schema, annotator, arguments.kind or "gold", labels, arguments.unit, known)
    for path in arguments.paths:
        yield from read_foreign(path, arguments.format, fitting)


def _refuse(arguments: argparse.Namespace, names: tuple[str, ...], problem: str) -> None:
    """Refuse options that would do nothing."""
    for name in names:
        if getattr(arguments, name):
            raise UsageError(f"--{'as' if name == 'kind' else name}: {problem}")


def _standing(gold: Path, asked: Schema | None, form: str) -> tuple[Schema, dict[str, Article]]:
    """Return the schema by which annotations join a dataset, and its articles by their squeezed texts.

    Only CoNLL, which keeps no white space, needs the articles.
    """
    from store.formats.fitting import squeezed
    from store.schemas.loading import load_schema
    from tui.tasks.choosing_schema import basis_of, schema_to_change_by

    if not is_there(gold):
        return asked or load_schema(), {}
    with GoldDataset.open(gold, read_only=True) as dataset:
        articles = dataset.articles() if form == "conll" else ()
        return schema_to_change_by(basis_of(dataset, asked)), {squeezed(one.text): one for one in articles}


def _labels(given: list[str], schema: Schema) -> dict[str, str]:
    """Return our labels by theirs.

    Raises:
        UsageError: one isn't named as it should be, or not in the schema.
    """
    labels = dict(one.partition("=")[::2] for one in given)
    for theirs, ours in labels.items():
        if not theirs or not ours:
            raise UsageError(f"--map {theirs}={ours}: write THEIRS=OURS, as in COMPANY=ORG")
        if schema.label(ours) is None:
            known = ", ".join(label.id for label in schema.labels)
            raise UsageError(f"--map {theirs}={ours}: {ours} is no label of the schema ({known})")
    return labels
