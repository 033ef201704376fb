"""A real terminal: Chinese typed, the process killed, and what was typed found again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from teamops.db.books import Books

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.journeys.terminal import Terminal

pytestmark = pytest.mark.pty
NOW = "2026-11-23T08:21"


@contextmanager
def terminal(books: Books, home: Path, **environment: str) -> Iterator[Terminal]:
    """The program on these books."""
    running = Terminal(["--db", str(books.path), "--as", "A101"], home, {"TEAMOPS_NOW": NOW, **environment})
    try:
        yield running
    finally:
        running.close()


def test_a_killed_form_is_offered_again(roster_books: Books, tmp_path: Path) -> None:
    with terminal(roster_books, tmp_path) as lead:
        lead.until("No agenda yet")
        lead.press("g")
        lead.until("being prepared")
        lead.press("n")
        lead.until("In a few words")
        lead.press("晨會要點：佣金")
        lead.until("draft kept")
        lead.kill()
    with terminal(roster_books, tmp_path) as lead:
        lead.until("Agenda" if "Agenda" in lead.text else "being prepared")
        lead.press("g")
        lead.until("nothing yet")
        lead.press("n")
        lead.until("晨會要點：佣金")
        lead.press("ctrl+s")
        lead.until("晨會要點：佣金")
        lead.press("ctrl+q")
        assert lead.wait() == 0


def test_a_killed_meeting_goes_on_where_it_stood(roster_books: Books, tmp_path: Path) -> None:
    with terminal(roster_books, tmp_path) as lead:
        lead.until("No agenda yet")
        lead.press("m")
        lead.until("MARKET")
        lead.press("right")
        lead.until("DIRECTIVES")
        lead.press("n", "三位客戶問費率")
        lead.until("三位客戶問費率")
        lead.pump(1.0)
        lead.kill()
    with terminal(roster_books, tmp_path) as lead:
        lead.until("still running")
        lead.press("enter")
        lead.until("DIRECTIVES")
        lead.until("三位客戶問費率")
        lead.press("enter")
        lead.until("–三位客戶問費率")
        lead.press("escape")
        lead.until("running since")
        lead.press("ctrl+q")
        assert lead.wait() == 0


def test_a_terminal_that_cannot_show_it_is_told_so(roster_books: Books, tmp_path: Path) -> None:
    with terminal(roster_books, tmp_path, TERM="dumb") as lead:
        assert lead.wait() == 2
        assert "TERM" in lead.text
