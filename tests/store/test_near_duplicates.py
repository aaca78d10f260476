from store.article import Article
from store.release.near_duplicates import ALIKE, groups, likeness, sketch_of

NOTICE = (
    "不正アクセスによる個人情報漏えいのお詫び\n"
    "北斗食品株式会社は5月1日、通販サイト「北斗マルシェ」が不正アクセスを受けたと発表した。"
    "氏名や住所、購入履歴など最大1万2,345件が漏えいしたおそれがある。"
)
OTHER = (
    "書類の紛失について\n"
    "南雲市立第三小学校で児童34人分の成績表が入ったかばんの所在がわからなくなった。"
    "教諭が帰宅途中に立ち寄った店に置き忘れたという。警察に届け出ている。"
)
ON_ANOTHER_SITE = "ホーム ＞ お知らせ\n" + NOTICE.replace("1万2,345件", "１万２，３４５件").replace(
    "\n", "\n\n"
)


def article(text):
    return Article.from_text(text)


def grouped(*texts):
    """Groups as the places of their members, in order."""
    articles = [article(text) for text in texts]
    found = groups(articles)
    firsts = [found[one.id] for one in articles]
    return [firsts.index(first) for first in firsts]


def test_the_same_notice_on_two_sites_is_one_group():
    assert grouped(NOTICE, OTHER, ON_ANOTHER_SITE) == [0, 1, 0]


def test_a_group_is_called_by_its_first_member_and_keeps_its_name_as_data_grow():
    first, second, third = map(article, (NOTICE, ON_ANOTHER_SITE, NOTICE + "続報は後日。"))
    assert groups([first, second]) == {first.id: first.id, second.id: first.id}
    assert groups([first, article(OTHER), second, third])[third.id] == first.id


def test_different_notices_that_share_stock_phrases_stay_apart():
    polite = "お客様には多大なご迷惑とご心配をおかけしますこと、心よりお詫び申し上げます。"
    assert grouped(NOTICE + polite, OTHER + polite) == [0, 1]


def test_an_article_between_two_groups_joins_them():
    line = "".join(chr(0x4E00 + at) for at in range(1500))
    begins, ends, between = line[:1000], line[500:], line[250:1250]
    assert likeness(sketch_of(begins), sketch_of(ends)) < ALIKE
    assert grouped(begins, ends) == [0, 1]
    assert grouped(begins, ends, between) == [0, 0, 0]


def test_many_copies_are_one_group():
    assert set(grouped(*(f"{NOTICE}第{number}報" for number in range(40)))) == {0}


def test_a_stock_phrase_in_all_articles_hides_no_duplicates():
    stock = "平素より格別のご高配を賜り厚く御礼申し上げます。" * 2
    fillers = [
        stock + "".join(chr(0x4E00 + number * 97 + at * 13) for at in range(60)) for number in range(30)
    ]
    found = grouped(*fillers, stock + NOTICE, stock + ON_ANOTHER_SITE)
    assert found == [*range(31), 30]


def test_the_estimate_is_near_the_truth():
    """Two texts of 2,000 runs that have half of all their runs in common."""
    alphabet = [chr(0x4E00 + at) for at in range(4000)]
    one, other = "".join(alphabet[:2004]), "".join(alphabet[668:2672])
    assert abs(likeness(sketch_of(one), sketch_of(other)) - 0.5) < 0.1


def test_short_and_empty_texts_have_sketches():
    assert grouped("お知らせ", "お知らせ。", "お詫び", "…", "！？") == [0, 0, 2, 3, 3]
    assert groups([]) == {}
