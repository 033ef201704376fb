"""What papers share: widths, lists, moments."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamops.exporting.paper import (
    Column,
    SignLine,
    capital,
    in_pairs,
    moment,
    numbered,
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


@pytest.mark.parametrize(("language", "said"), [("en", "7 Other"), ("zh_Hant", "七、Other")])
def test_a_heading_is_numbered_as_the_language_does(language: str, said: str) -> None:
    with speaking(language):
        assert numbered(7, "Other") == said


def test_a_word_that_begins_a_sentence_is_capital() -> None:
    assert (capital("in hand"), capital("")) == ("In hand", "")
