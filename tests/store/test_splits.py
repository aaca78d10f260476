import random

import pytest

from store.article import Article
from store.errors import UsageError
from store.release.near_duplicates import groups, likeness, sketch_of
from store.release.splits import NAMES, Shares, shares, split_of, splits

WORDS = [
    "不正アクセス",
    "北斗食品",
    "公表",
    "氏名",
    "住所",
    "調査",
    "お詫び",
    "確認",
    "再発防止",
    "お客様",
    "判明",
    "委託先",
]


def text(seed, length=120):
    chosen = random.Random(seed)
    return "、".join(chosen.choice(WORDS) for _ in range(length))


def article(content):
    return Article.from_text(content)


def test_shares_are_read():
    assert shares("80/10/10") == Shares(0.8, 0.1, 0.1)
    assert shares("1/0/1", seed=7) == Shares(0.5, 0.0, 0.5, 7)


@pytest.mark.parametrize("given", ["80/20", "a/b/c", "0/0/0", "-1/1/1", "", "1/1/1/1", f"{'9' * 5000}/1/1"])
def test_shares_that_make_no_sense(given):
    with pytest.raises(UsageError, match="write three numbers"):
        shares(given)


def test_splits_come_near_their_shares():
    drawn = [split_of(str(number), Shares(0.8, 0.1, 0.1)) for number in range(5000)]
    assert [round(drawn.count(name) / 5000, 1) for name in NAMES] == [0.8, 0.1, 0.1]
    assert split_of("x", Shares(1.0, 0.0, 0.0)) == "train"
    assert split_of("x", Shares(0.0, 0.0, 1.0)) == "test"


def test_another_seed_draws_otherwise():
    one = [split_of(str(number), Shares(0.5, 0.0, 0.5, 1)) for number in range(100)]
    other = [split_of(str(number), Shares(0.5, 0.0, 0.5, 2)) for number in range(100)]
    assert one != other


def test_splits_stay_when_articles_are_added():
    how = Shares(0.6, 0.2, 0.2)
    articles = [article(text(seed)) for seed in range(30)]
    before = splits(articles[:20], how)
    assert {key: split for key, split in splits(articles, how).items() if key in before} == before


def test_the_same_notice_on_two_sites_is_one_group():
    notice = text(1)
    twin = article("【転載】" + notice.replace("、", "、\n", 3) + "\n編集部より")
    other = article(text(2))
    found = groups([article(notice), other, twin])
    assert found[twin.id] == article(notice).id
    assert found[other.id] == other.id


def test_short_and_empty_texts_have_groups():
    found = groups([article("あ"), article("い"), article("")])
    assert len(set(found.values())) == 3


def test_likeness():
    assert likeness(sketch_of(text(1)), sketch_of(text(1))) == 1.0
    assert likeness(sketch_of("ＡＢＣ食品 株式会社の発表"), sketch_of("ABC食品株式会社の発表")) == 1.0
    assert likeness(sketch_of("北斗食品の発表について"), sketch_of("まったく別のお知らせです")) == 0.0
