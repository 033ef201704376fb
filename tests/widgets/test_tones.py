"""Pieces of a line cut to a width."""

from __future__ import annotations

import pytest

from teamops.widgets.tones import Mark, cut, mark


def test_a_bare_text_is_plain() -> None:
    assert mark("a") == ("a", "plain")
    assert mark(Mark("a", "good")) == ("a", "good")


@pytest.mark.parametrize(
    ("width", "pieces", "used"),
    [
        (9, ["歐陽", "abc", "d"], 8),
        (8, ["歐陽", "abc", "d"], 8),
        (7, ["歐陽", "ab…"], 7),
        (5, ["歐陽", "…"], 5),
        (4, ["歐…"], 4),
        (3, ["歐…"], 3),
        (2, ["…"], 2),
        (0, [""], 0),
    ],
)
def test_cut(width: int, pieces: list[str], used: int) -> None:
    marks, taken = cut([Mark("歐陽", "accent"), Mark("abc"), Mark("d", "dim")], width)
    assert [text.rstrip() for text, _tone in marks] == pieces
    assert taken == used


def test_cut_of_nothing() -> None:
    assert cut([], 0) == ([], 0)
    assert cut([], -1) == ([], 0)


def test_cut_shows_what_would_act() -> None:
    assert cut([Mark("a\x1b[31mb\nc")], 20)[0] == [Mark("a␛[31mb⏎c")]
