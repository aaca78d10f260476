from extract.document import Document
from extract.names import by_form
from extract.names.by_form import told_by_form
from extract.names.organisations import organisations

TEXT = "ヴェルデラ株式会社は、星川大学へ届け出た。\n\n2024年4月5日\n料亭みなも庵\n"


def test_firms_bodies_and_who_signs_are_told_with_their_legal_form_and_without_it():
    assert told_by_form(Document(TEXT)) == {"ヴェルデラ株式会社", "ヴェルデラ", "星川大学", "料亭みなも庵"}


def test_they_are_found_once_a_document(monkeypatch):
    calls = []
    for name in ("find_legal_names", "find_institutions", "find_signatures"):
        find = getattr(by_form, name)
        monkeypatch.setattr(by_form, name, lambda document, find=find: calls.append(find) or find(document))
    document = Document(TEXT)
    document.once(told_by_form)
    document.once(organisations)
    assert len(calls) == 3
