import json
import os
import signal
import subprocess
import sys
import time

import pytest

from tui.main import COMMANDS, main

TEXT = "北斗食品株式会社は2023年4月5日、不正アクセスにより氏名が漏えいしたと発表した。\n"
AKAPEN = [sys.executable, "-c", "import sys; from tui.main import main; sys.exit(main())"]


def akapen(*arguments, **options):
    return subprocess.run([*AKAPEN, *map(str, arguments)], capture_output=True, timeout=60, **options)


def test_help_lists_every_command(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    out = capsys.readouterr().out
    assert all(name in out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_examples(name, capsys):
    with pytest.raises(SystemExit) as caught:
        main([name, "--help"])
    assert caught.value.code == 0
    out = capsys.readouterr().out
    assert f"usage: akapen {name}" in out
    assert f"  akapen {name}" in out[out.index("examples:") :]


def test_help_tells_what_a_command_does_in_its_own_words(capsys):
    for name, told in (
        ("extract", "JSON Lines."),
        ("extract", "(default: incident)"),
        ("stats", "own, else"),
    ):
        with pytest.raises(SystemExit):
            main([name, "--help"])
        assert told in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    "arguments", [["frobnicate"], ["--frob"], ["extract"], ["score", "--frob"], ["schema", "a", "b"]]
)
def test_wrong_use_is_status_2(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("name", ["", " ", "\udcff", "花\x1b[2J", "a\nb"])
def test_an_annotator_that_no_file_can_name_is_refused(name, capsys):
    with pytest.raises(SystemExit) as caught:
        main(["review", "--annotator", name])
    assert caught.value.code == 2
    assert "--annotator: give a name in printable characters" in capsys.readouterr().err


def test_version(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith("akapen ")


def test_options_alone_are_those_of_the_review(tmp_path):
    done = akapen("--gold", tmp_path / "gold.json", "--lang", "ja")
    assert done.returncode == 2
    assert b"review needs a terminal" in done.stderr


def test_review_without_a_terminal_says_so(capsys):
    assert main([]) == 2
    assert "review needs a terminal" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--help"], {"textual", "fugashi", "rich", "msgspec", "tinydb", "trafilatura"}),
        (["extract", "{text}"], {"textual", "rich", "tinydb", "trafilatura", "multiprocessing"}),
        (["export", "--help"], {"textual", "fugashi", "rich", "tinydb"}),
        (["schema", "--json"], {"textual", "fugashi", "tinydb"}),
        (["keys", "--json"], {"textual", "fugashi", "tinydb"}),
        (["score", "--json"], {"textual", "tinydb", "trafilatura"}),
        (["export", "--help"], {"textual", "tinydb", "rich", "http", "ssl"}),
    ],
)
def test_commands_import_only_what_they_need(arguments, unwanted, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    code = (
        "import sys; from tui.main import main\n"
        "try: main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    given = [one.format(text=tmp_path / "a.txt") for one in arguments]
    done = subprocess.run([sys.executable, "-c", code, *given], capture_output=True, timeout=60, check=True)
    assert unwanted & set(done.stderr.decode().split()) == set()


def test_an_unexpected_error_is_one_line(monkeypatch, capsys):
    def broken(parser):
        raise RuntimeError("a\nb")

    monkeypatch.delenv("AKAPEN_TRACEBACK", raising=False)
    monkeypatch.setattr("tui.commands.keys_command.configure", broken)
    assert main(["keys"]) == 2
    assert capsys.readouterr().err == "akapen: RuntimeError: a⏎b (AKAPEN_TRACEBACK=1 shows where)\n"


def test_a_closed_pipe_is_no_trouble(tmp_path):
    lines = "".join(json.dumps({"text": TEXT * 20}) + "\n" for _ in range(200))
    (tmp_path / "a.jsonl").write_text(lines, "utf-8")
    command = [*AKAPEN, "extract", str(tmp_path / "a.jsonl")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.parametrize("command", [["schema"], ["keys"], ["score", "--errors"]])
def test_a_closed_pipe_ends_tables_alike(command):
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*AKAPEN, *command], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_ctrl_c_ends_quietly():
    def heed() -> None:  # what is started in the background, as these tests may be, ignores it
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    with subprocess.Popen(
        [*AKAPEN, "extract", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=heed
    ) as process:
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=10)
    assert said == b""
    assert process.returncode == 130


@pytest.mark.parametrize("locale", [{"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C.UTF-8"}])
def test_output_is_utf8_and_messages_show_whatever_the_locale(tmp_path, locale):
    path = tmp_path / "お詫び.txt"
    path.write_text(TEXT, "utf-8")
    done = akapen("extract", path, tmp_path / "無い.txt", env=os.environ | locale)
    assert json.loads(done.stdout.decode("utf-8"))["text"] == TEXT
    assert b"no such file" in done.stderr
    assert done.returncode == 1


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")
@pytest.mark.parametrize(
    "arguments", [["extract", "a.txt"], ["--help"], ["extract", "--help"], ["--version"]]
)
def test_a_full_disk_behind_stdout_is_one_line(tmp_path, arguments):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*AKAPEN, *arguments], stdout=full, stderr=subprocess.PIPE, timeout=60, cwd=tmp_path
        )
    assert done.returncode == 2
    assert done.stderr == b"akapen: output: the disk is full: free some space\n"


def test_an_unknown_option_is_no_dataset(capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["stats", "--frob"])
    assert capsys.readouterr().err.endswith("unrecognized arguments: --frob\n")


@pytest.mark.parametrize("command", ["stats", "export", "doctor"])
def test_a_dataset_given_bare_is_told_how_to_be_named(capsys, command):
    with pytest.raises(SystemExit, match="2"):
        main([command, "gold.json"])
    assert "unrecognized arguments: gold.json; a dataset is named by --gold FILE" in capsys.readouterr().err


def test_a_device_is_no_article(capsys):
    assert main(["extract", "/dev/zero"]) == 2
    assert "/dev/zero: is a device" in capsys.readouterr().err
