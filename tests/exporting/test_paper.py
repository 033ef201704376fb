"""What papers share: widths, lists, moments."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamops.exporting.paper import (
    Column,
    SignLine,
    bracketed,
    capital,
    explained,
    in_pairs,
    listed,
    moment,
    numbered,
    parted,
    shares,
)
from teamops.i18n import speaking


@given(st.lists(st.integers(1, 200), min_size=1, max_size=40), st.integers(1000, 20000))
def test_shares_add_up_to_the_whole(widths: list[int], whole: int) -> None:
    found = shares([Column("", width) for width in widths], whole)
    assert sum(found) == whole
    exact = [whole * width / sum(widths) for width in widths]
    assert all(abs(share - other) < 1 for share, other in zip(found, exact, strict=True))


def test_lines_to_sign_stand_in_pairs() -> None:
    a, b, c = (SignLine(name) for name in "abc")
    assert in_pairs((a, b, c)) == [(a, b), (c, None)]
    assert in_pairs(()) == []


def test_a_moment_is_told_by_the_branch_clock() -> None:
    assert moment(datetime(2026, 11, 4, 16, 30, tzinfo=UTC), "Asia/Shanghai") == "2026/11/05 00:30"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("7 Other", "a, b", "a; b", "a: b", "a (b)", "a? b")),
        ("zh_Hant", ("七、Other", "a、b", "a；b", "a：b", "a（b）", "a？b")),
        ("zh_Hans", ("七、Other", "a、b", "a；b", "a：b", "a（b）", "a？b")),
    ],
)
def test_words_are_joined_as_the_language_does(language: str, said: tuple[str, ...]) -> None:
    with speaking(language):
        assert numbered(7, "Other") == said[0]
        assert listed(("a", "", "b")) == said[1]
        assert parted(("a", "", "b")) == said[2]
        assert explained("a", "b") == said[3]
        assert bracketed("a", "b") == said[4]
        assert parted((said[5][:2], "b")) == said[5]


def test_nothing_is_joined_to_nothing() -> None:
    assert (listed(()), parted(()), explained("", ""), capital("")) == ("", "", "", "")
    assert (explained("a", ""), explained("", "b")) == ("a", "b")
    assert (bracketed("a", ""), bracketed("", "b")) == ("a", "(b)")
    assert capital("in hand") == "In hand"
