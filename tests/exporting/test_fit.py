"""What a paper takes of a page, and the sizes it is set in for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from teamops.exporting.fit import HEIGHT, STEPS, height, sizes
from teamops.exporting.paper import Column, Paper, Paragraph, SignLine, SignLines, Table
from teamops.i18n import LANGUAGES
from tests.exporting import sample
from tests.exporting.told import TOLD

Draw = Callable[..., Paper]


@pytest.fixture
def empty(minutes_paper: Draw) -> Paper:
    return replace(minutes_paper(), title="", head=(), blocks=())


def lines(paper: Paper, text: str) -> int:
    """How many lines of the usual size a paragraph takes."""
    usual = STEPS["en"][0]
    taken = height(replace(paper, blocks=(Paragraph(text),)), usual) - height(paper, usual)
    assert taken % usual.line == 0
    return taken // usual.line


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_usual_morning_needs_hardly_smaller_type(minutes_paper: Draw, language: str) -> None:
    assert sizes(minutes_paper(language)) in STEPS[language][:2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_busiest_morning_goes_on_one_page(minutes_paper: Draw, language: str) -> None:
    busy = minutes_paper(language, body=sample.busy(TOLD[language]))
    assert height(busy, STEPS[language][0]) > HEIGHT
    assert height(busy, sizes(busy)) < HEIGHT


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_longer_than_a_page_keeps_the_usual_size(minutes_paper: Draw, language: str) -> None:
    paper = minutes_paper(language)
    chosen = [
        STEPS[language].index(sizes(replace(paper, blocks=(*paper.blocks, *[Paragraph("more")] * more))))
        for more in range(40)
    ]
    shrinking = chosen[: chosen.index(4) + 1]
    assert shrinking == sorted(shrinking)
    assert {*shrinking} >= {1, 2, 3, 4}
    assert chosen[-1] == 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 1),
        ("word", 1),
        ("one\ntwo\n\nfour", 4),
        ("長" * 50, 1),
        ("長" * 51, 2),
        ("長" * 500, 10),
        ("word " * 22, 1),
        ("word " * 26, 2),
        ("W" * 10_000, 139),
        ("a " + "W" * 73, 3),
    ],
)
def test_lines_are_counted_as_they_will_break(empty: Paper, text: str, count: int) -> None:
    assert lines(empty, text) == count


def test_a_row_is_as_high_as_its_highest_cell(empty: Paper) -> None:
    usual = STEPS["en"][0]

    def taken(*cells: str) -> int:
        table = Table((Column("a", 1), Column("b", 1)), (cells,))
        return height(replace(empty, blocks=(table,)), usual)

    assert taken("x", "y") == taken("", "")
    assert taken("x", "y\nz\nz") == taken("x\nx\nx", "y") == taken("", "") + 2 * usual.table_line


def test_lines_to_sign_stand_two_in_a_row(empty: Paper) -> None:
    def taken(count: int) -> int:
        blocks = (SignLines(tuple(SignLine("a") for _ in range(count))),)
        return height(replace(empty, blocks=blocks), STEPS["en"][0])

    assert taken(1) == taken(2) < taken(3) == taken(4)
