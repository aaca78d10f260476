"""`akapen score`: of datasets, of JSON Lines and of the samples."""

import json

from tui.main import main

TEXT = "北斗食品株式会社は2023年4月5日、不正アクセスを発表した。"


def test_score_of_a_dataset_takes_the_confirmed_articles(gold, capsys):
    capsys.readouterr()
    assert main(["score", str(gold), "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["articles"] == 1
    assert result["labels"]["ORG"]["exact"] == {
        "right": 1, "predicted": 1, "gold": 1, "precision": 1.0, "recall": 1.0, "f1": 1.0,
    }  # fmt: skip
    assert result["labels"]["DATE"]["exact"]["precision"] == 0.0


def test_score_matches_predictions_by_id(gold, tmp_path, capsys):
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text(json.dumps({"id": "z", "text": "別"}), "utf-8")
    capsys.readouterr()
    assert main(["score", str(gold), str(predicted), "--json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["missing"] == ["a"]
    assert err.splitlines() == [
        f"akapen: {predicted}: 1 article is missing, such as a",
        f"akapen: {predicted}: 1 article is unknown to the gold and left out, such as z",
    ]


def test_predictions_of_another_text_are_said(gold, tmp_path, capsys):
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text(json.dumps({"id": "a", "text": "\n" + TEXT}), "utf-8")
    capsys.readouterr()
    assert main(["score", str(gold), str(predicted), "--json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["unlike"] == ["a"]
    assert "1 article is there with another text than the gold's" in err


def test_the_extractor_is_scored_on_each_of_several_texts_of_one_id(tmp_path, capsys):
    gold = tmp_path / "gold.jsonl"
    spans = [[{"start": 0, "end": 8, "label": "ORG"}], []]
    lines = zip((TEXT, "不正アクセスについて。"), spans, strict=True)
    gold.write_text("\n".join(json.dumps({"id": "1", "text": text, "spans": found}) for text, found in lines))
    assert main(["score", str(gold), "--json"]) == 0
    out, err = capsys.readouterr()
    assert (json.loads(out)["articles"], err) == (2, "")
    assert json.loads(out)["labels"]["DATE"]["exact"]["predicted"] == 1


def test_two_predictions_of_one_article_are_refused(gold, tmp_path, capsys):
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text(f"{json.dumps({'id': 'a', 'text': TEXT})}\n" * 2, "utf-8")
    assert main(["score", str(gold), str(predicted)]) == 2
    assert f"{predicted}: labels the article a twice" in capsys.readouterr().err


def test_score_of_the_samples_is_a_table_with_every_difference(capsys):
    assert main(["score", "--errors"]) == 0
    out = capsys.readouterr().out
    assert "overlap F1" in out
    assert "calibration" in out
    assert all(label in out for label in ("ORG", "CONTACT", "victim", "dates"))


def test_score_of_nothing_is_refused(tmp_path, capsys):
    (tmp_path / "a.jsonl").write_text("", "utf-8")
    assert main(["score", str(tmp_path / "a.jsonl")]) == 2
    assert "holds no labelled article" in capsys.readouterr().err
    assert main(["score", str(tmp_path / "nix.jsonl")]) == 2
    assert "no such file" in capsys.readouterr().err


def test_score_says_which_files_it_takes(gold, tmp_path, capsys):
    (tmp_path / "gold.json.1").write_bytes(gold.read_bytes())
    for command in ("score", "agree"):
        assert main([command, str(gold), str(tmp_path / "gold.json.1")]) == 2
        assert "expected is a dataset (.json) or JSON Lines (.jsonl)" in capsys.readouterr().err
