"""From the words typed to the exit status: languages, refusals, faults, streams that end."""

from __future__ import annotations

import io
import os
import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import teamops
from teamops import i18n
from teamops.cli import files, outcome
from teamops.cli.call import Call
from teamops.paths import places
from teamops.settings import Settings, save
from teamops.text import cell_width
from tests.cli.conftest import Ran, Run


def failing(monkeypatch: pytest.MonkeyPatch, error: Callable[[], BaseException]) -> None:
    """Have `locate` come to an end of this kind."""

    def raising(_call: Call) -> Path:
        raise error()

    monkeypatch.setattr(Call, "database", property(raising))


@pytest.mark.parametrize("words", [("--version",), ("--lang", "en", "--version")])
def test_version(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words) == Ran(0, f"teamops {teamops.__version__}\n", "")


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_tells_every_command(run: Run, option: str) -> None:
    ran = run(option)
    assert (ran.status, ran.err) == (0, "")
    for command in ("demo", "init", "import", "export", "brief", "verify", "backup", "restore", "locate"):
        assert f"\n    {command} " in ran.out
    assert ran.out.startswith("usage: teamops ")
    assert max(map(len, ran.out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("lcoate",), "“lcoate” does not fit here; it takes demo"),
        (("import", "people"), "the following arguments are required: FILE"),
        (("import", "cats", "file.csv"), "“cats” does not fit here; it takes people"),
        (("export",), "the following arguments are required: KIND"),
        (("export", "minutes", "--out", "x.md"), "one of the arguments --date --no is required"),
        (("export", "minutes", "--date", "t", "--no", "1", "--out", "x"), "not allowed with argument --date"),
        (
            ("export", "minutes", "--date", "t", "--out", "x", "--format", "pdf"),
            "“pdf” does not fit here; it takes md",
        ),
        (("locate", "--dry-run"), "unrecognized arguments: --dry-run"),
        (("--db",), "expected one argument"),
        (("import", "people", "x.csv", "--dry-run=no"), "ignored explicit argument 'no'"),
        (("demo", "--people", "many"), "“many” is no whole number"),
        (("--lang", "de", "locate"), "“de” is no language of this program"),
        (("--verb", "locate"), "unrecognized arguments: --verb"),
    ],
)
def test_a_wrong_command_is_told_in_one_line(
    run: Run, spoken: str, words: tuple[str, ...], said: str
) -> None:
    ran = run(*words)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.error
    assert "--help" in ran.error
    if spoken != "en" and "--lang" not in words:
        assert f"譯{said[0]}" in ran.error
        assert ran.error.startswith("譯")


def test_what_argparse_says_is_in_the_catalogues(run: Run, spoken: str) -> None:
    ran = run("export", "minutes", "--help")
    mark, colon = ("", ":") if spoken == "en" else ("譯", "：")
    assert ran.out.startswith(f"{mark}usage: teamops export minutes ")
    assert f"\n{mark}options{colon}\n" in ran.out
    assert f"{mark}show this help and exit" in ran.out
    assert f"{mark}positional arguments{colon}" in run("import", "-h").out


@pytest.mark.parametrize("words", [("-h",), ("import", "-h"), ("export", "minutes", "-h"), ("demo", "-h")])
@pytest.mark.parametrize("code", ["zh-TW", "zh-CN"])
def test_help_in_chinese_has_chinese_punctuation(run: Run, words: tuple[str, ...], code: str) -> None:
    out = run(*words, "--lang", code).out
    assert re.findall(r"[\u3400-\u9fff][,:;()]|[,:;()][\u3400-\u9fff]|[a-z], [a-z]", out) == []


# --- languages


@pytest.mark.parametrize(
    "words", [("--lang", "zh-TW", "brief"), ("brief", "--lang", "zh-TW"), ("--lang=zh-TW", "brief")]
)
def test_the_language_may_stand_on_either_side(run: Run, database: Path, words: tuple[str, ...]) -> None:
    assert "2026年11月23日 週一" in run(*words).out


def test_the_last_language_counts_and_nothing_after_two_dashes(run: Run, database: Path) -> None:
    assert "11月23日 周一" in run("--lang", "en", "brief", "--lang", "zh").out
    run("--lang", "zh", "restore", "--", "--lang=en")
    assert i18n.language() == "zh_Hans"
    assert run("locate", "--lang").status == 2


def test_the_language_of_the_settings(run: Run, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(Settings(language="zh_Hant"), places().settings)
    assert "週一" in run("brief").out
    assert "Mon 23 Nov" in run("--lang", "en", "brief").out
    monkeypatch.setenv("TEAMOPS_LANG", "zh_CN")
    assert "周一" in run("brief").out
    monkeypatch.setenv("TEAMOPS_LANG", "nonsense")
    assert "週一" in run("brief").out


def test_without_a_language_it_is_that_of_the_locale(
    run: Run, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(Settings(language="tlh"), places().settings)
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    assert "週一" in run("brief").out


@pytest.mark.parametrize(
    ("locale", "said"), [("zh_TW.UTF-8", "本程式沒有語言「xx」"), ("zh_CN.UTF-8", "本程序没有语言“xx”")]
)
@pytest.mark.parametrize("words", [("--lang", "xx"), ("--lang=xx", "locate"), ("locate", "--lang", "xx")])
def test_a_language_there_is_not_is_told_in_that_of_the_locale(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], locale: str, said: str
) -> None:
    monkeypatch.setenv("LANG", locale)
    ran = run(*words)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.error
    assert "en（English）、zh_Hant（繁體中文）、zh_Hans（简体中文）" in ran.error


def test_settings_that_cannot_be_read_are_told_once(run: Run) -> None:
    places().settings.parent.mkdir(parents=True)
    places().settings.write_text("language = ")
    assert run("--version").status == 0
    assert run("--help").err == ""
    ran = run("locate")
    assert ran.status == 1
    assert str(places().settings) in ran.error


# --- what goes wrong


def test_a_fault_goes_to_the_log_without_what_was_at_hand(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = "hunter2-SECRET"

    def fault() -> BaseException:
        held = [secret]
        return ZeroDivisionError(len(held))

    failing(monkeypatch, fault)
    ran = run("locate")
    log = places().log
    assert (ran.status, ran.out) == (1, "")
    assert str(log) in ran.error
    text = log.read_text()
    assert "ZeroDivisionError: 1" in text
    assert "test_run.py" in text
    assert secret not in text
    run("locate")
    assert log.read_text().count("Traceback") == 2


def test_a_fault_is_told_in_the_language_in_force(
    run: Run, spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, KeyError)
    assert run("locate").error.startswith("teamops met" if spoken == "en" else "譯teamops met")


def test_a_log_that_cannot_be_written_is_told_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, KeyError)
    places().log.mkdir(parents=True)
    ran = run("locate")
    assert ran.status == 1
    assert "The log cannot be written: Is a directory." in ran.error


def test_interrupted_it_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, KeyboardInterrupt)
    assert run("locate") == Ran(130, "", "")


def test_asked_to_end_it_puts_things_in_order_first(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = signal.getsignal(signal.SIGTERM)
    told: list[str] = []

    def ending(_call: Call) -> Path:
        try:
            os.kill(os.getpid(), signal.SIGTERM)
            raise AssertionError("not ended")
        finally:
            told.append("in order")

    monkeypatch.setattr(Call, "database", property(ending))
    assert run("locate") == Ran(143, "", "")
    assert told == ["in order"]
    assert signal.getsignal(signal.SIGTERM) is before


def test_an_exit_without_a_status_is_no_failure(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, SystemExit)
    assert run("locate").status == 0


def test_a_reader_that_went_away_is_no_fault(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as closed:
        monkeypatch.setattr(sys, "stdout", closed)
        ran = run("locate")
        assert ran == Ran(141, "", "")
        closed.write("into nothing")
        closed.flush()
    assert not places().log.exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_an_answer_that_cannot_be_written_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        ran = run("locate")
        assert ran.status == 1
        assert str(places().log) in ran.error


def test_without_any_streams_it_still_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert teamops.__main__.main(["locate"]) == 0
    assert teamops.__main__.main(["verify"]) == 1


# --- streams that cannot show everything


@pytest.mark.parametrize(
    ("encoding", "after", "bytes_"),
    [
        ("ascii", "utf-8", "團隊 A\n".encode()),
        ("latin-1", "latin-1", b"?? A\n"),
        ("gbk", "gbk", "團隊 A\n".encode("gbk")),
        ("utf-8", "utf-8", "團隊 A\n".encode()),
    ],
)
def test_no_encoding_ends_the_program(
    monkeypatch: pytest.MonkeyPatch, encoding: str, after: str, bytes_: bytes
) -> None:
    kept = io.BytesIO()
    stream = io.TextIOWrapper(kept, encoding=encoding, newline="\n")
    monkeypatch.setattr(sys, "stdout", stream)
    outcome.readied()
    stream.write("團隊 A\n")
    stream.flush()
    assert stream.encoding == after
    assert kept.getvalue() == bytes_


def test_half_a_character_in_a_name_is_a_question_mark(run: Run) -> None:
    ran = run("--db", os.fsdecode(b"team-\xe5.db"), "locate")
    assert ran.status == 0
    assert "team-" in ran.out


def test_every_command_is_told_of_once() -> None:
    from teamops.cli.commands import COMMANDS

    names = [command.name for command in COMMANDS]
    assert len(set(names)) == len(names)
    assert {command.name for command in files.COMMANDS} == {"verify", "backup", "restore", "locate"}


@pytest.mark.parametrize(("columns", "widest"), [("60", 58), ("10", 38), ("500", 118)])
def test_help_is_as_wide_as_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: str, widest: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for language in i18n.LANGUAGES:
        out = run("--help", "--lang", language).out
        assert max(map(cell_width, out.splitlines())) <= widest


def test_a_parser_may_be_used_again() -> None:
    from teamops.cli.parser import parser

    made = parser()
    first, second = made.parse_args(["locate"]), made.parse_args(["--db", "x", "locate"])
    assert (first.command, first.db, second.db) == ("locate", None, "x")
