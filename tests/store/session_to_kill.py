"""A session that goes on until it is killed; a line on standard output tells each thing that is saved."""

import os
import random
import sys
from pathlib import Path

import msgspec

from store.annotation import Annotation
from store.article import Article
from store.change import Change
from store.gold.dataset import GoldDataset


def tell(kind: str, number: int) -> None:
    """Say in one write, which can't be torn, how far this kind of thing is saved."""
    os.write(1, f"{kind} {number}\n".encode())


def edit(gold: GoldDataset, number: int) -> None:
    """Save the next edit, which is told by its number, with its undo step."""
    article_id = gold.article_ids()[0]
    before = gold.annotation(article_id) or Annotation(article_id, "花子")
    after = msgspec.structs.replace(before, note=str(number), status="draft")
    old = gold.history(article_id)
    new = old.push("article.note", str(number), "t", Change.between(before, after))
    gold.save(after, new.steps[-1:], old.position)
    tell("edit", number)


def session(path: Path) -> None:
    """Edit, confirm, add articles and leave, over and over."""
    number = 0
    while True:
        with GoldDataset.open(path, annotator="花子") as gold:
            gold.add([Article.from_text("北斗食品")])
            annotation = gold.annotation(gold.article_ids()[0])
            number = int(annotation.note) if annotation else number
            for _ in range(random.randrange(20)):
                number += 1
                edit(gold, number)
                if random.random() < 0.1:
                    annotation = gold.annotation(gold.article_ids()[0])
                    assert annotation is not None
                    tell("confirm", gold.confirm(annotation).revision)
                if random.random() < 0.1:
                    gold.add([Article.from_text(f"記事 {random.random()}")])
                    tell("articles", len(gold.article_ids()))


if __name__ == "__main__":
    session(Path(sys.argv[1]))
