"""Papers as lines of a terminal: nothing acts, nothing is wider than the screen, nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from teamops.exporting.paper import Paper, SignLines
from teamops.exporting.plain import write_plain
from teamops.i18n import LANGUAGES
from teamops.models.people import BooksKind
from teamops.text import cell_width, show
from tests.exporting import sample
from tests.exporting.told import ENGLISH

Draw = Callable[..., Paper]


def said(paper: Paper, width: int = 80) -> list[str]:
    return [text for text, _kind in write_plain(paper, width)]


@pytest.mark.parametrize("width", [60, 80, 116])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_wider_than_the_screen(minutes_paper: Draw, language: str, width: int) -> None:
    assert max(map(cell_width, said(minutes_paper(language), width))) <= width


@pytest.mark.parametrize("width", [40, 60, 80])
def test_signatures_digest_and_headings_are_whole_at_any_width(minutes_paper: Draw, width: int) -> None:
    text = " ".join(" ".join(said(minutes_paper(), width)).split())
    for wanted in (
        "Host's signature: Zhang Min 2026/11/05 09:04",
        "Recorder's signature: Wang Fang 2026/11/05 08:58",
        "Circulated to: ________",
        "Ledger digest 8412 · 3f9a12c07b1e · version 1 · Made on 2026/11/05 09:12",
        "planned 8 min, took 7:35 → R2026-118, T2026-340, T2026-342",
    ):
        assert wanted in text


def test_lines_to_sign_stand_beside_each_other_where_there_is_room(minutes_paper: Draw) -> None:
    wide = said(minutes_paper(), 116)
    assert any("Zhang Min" in line and "Recorder's signature" in line for line in wide)


@pytest.mark.parametrize(
    ("books", "marks"),
    [
        (BooksKind.REAL, ["DRAFT", "Draft, not signed by the host"]),
        (BooksKind.PRACTICE, ["PRACTICE, NOT A RECORD · Draft, not signed by the host"]),
    ],
)
def test_what_the_paper_is_worth_stands_above_it(
    minutes_paper: Draw, books: BooksKind, marks: list[str]
) -> None:
    body = sample.body(ENGLISH).model_copy(update={"books": books})
    lines = write_plain(minutes_paper(signatures=(), body=body), 80)
    assert [text.strip() for text, kind in lines if kind == "mark"] == marks


def test_nothing_typed_acts_or_is_wider_than_the_screen(hostile: str, hostile_minutes: Paper) -> None:
    lines = said(hostile_minutes)
    assert max(map(cell_width, lines)) <= 80
    assert not re.search("[\x00-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2028\ufeff\ud800]", "".join(lines))


def test_hostile_lines_to_sign_are_shown_as_letters(hostile: str, hostile_paper: Paper) -> None:
    last = hostile_paper.blocks[-1]
    assert isinstance(last, SignLines)
    squeezed = re.sub(r"\s", "", "".join(said(hostile_paper)))
    assert re.sub(r"\s", "", show(f"{hostile}: {hostile}")) in squeezed
