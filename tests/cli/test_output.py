"""What is said: where it goes, how it stands."""

from __future__ import annotations

import io
import sys

import pytest

from teamops.cli.output import Progress, complain, in_columns, is_terminal, say
from teamops.text import cell_width


def test_answers_and_remarks_go_different_ways(capsys: pytest.CaptureFixture[str]) -> None:
    say("an answer\nof two lines")
    complain("a remark\nin one")
    assert capsys.readouterr() == ("an answer\nof two lines\n", "a remark⏎in one\n")


def test_what_is_said_cannot_act_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    say("\x1b]52;c;eA==\x07 \u202e")
    complain("\x9b5m")
    out, err = capsys.readouterr()
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "\x9b" not in err


def test_a_remark_nobody_hears_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(io.StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stderr", Closed())
    complain("a remark")


def test_columns_stand_under_each_other_by_cells() -> None:
    lines = in_columns([("2", "新增", "王芳", "–"), ("1,024", "changed", "Chen", "")], right=(0,))
    assert lines == ["    2  新增     王芳  –", "1,024  changed  Chen"]
    assert in_columns([]) == []


def test_a_long_cell_is_cut_but_the_last_is_whole() -> None:
    (line,) = in_columns([("名" * 40, "話" * 80)])
    first, _space, last = line.partition("  ")
    assert cell_width(first) <= 60
    assert first.endswith("…")
    assert last.strip() == "話" * 80


def test_a_terminal_is_one_that_says_so() -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    assert is_terminal(Terminal(), Terminal())
    assert not is_terminal(Terminal(), io.StringIO())
    assert not is_terminal(Terminal(), None)


def test_progress_says_nothing_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress() as progress:
        progress("the file", 0.5)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("columns", "width"), [("200", 79), ("60", 59)])
def test_progress_stands_on_one_line_that_is_wiped(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with Progress() as progress:
        progress("the \x1bfile", 0.004)
        progress("the \x1bfile", 0.0041)
        progress("名" * 60, 1)
    nothing, first, second, wiped, rest = terminal.getvalue().split("\r")
    assert nothing == rest == ""
    assert first.rstrip() == "  0%  the ␛file"
    assert second.startswith("100%  名名")
    assert (cell_width(second), wiped) == (width, " " * width)
