"""Minutes as Markdown: golden texts, and words that stay words."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from teamops.exporting import minutes
from teamops.exporting.markdown import write_markdown
from teamops.exporting.paper import Paper
from teamops.i18n import LANGUAGES
from teamops.models.meetings import Section
from teamops.models.minutes import CorrectionEntry, MinutesKind
from teamops.models.people import BooksKind
from teamops.text import show
from tests.exporting import sample
from tests.exporting.told import TOLD

Draw = Callable[..., Paper]
GOLDEN = Path(__file__).with_name("golden")


def golden(name: str, text: str) -> None:
    """Compare with the kept text; UPDATE_GOLDENS=1 keeps this one instead."""
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDENS") == "1":
        path.write_text(text, "utf-8")
    assert path.is_file(), f"{name} is missing; run with UPDATE_GOLDENS=1 and read it"
    assert text == path.read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_signed_minutes(minutes_paper: Draw, language: str) -> None:
    golden(f"signed.{language}.md", write_markdown(minutes_paper(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_unsigned_correction_of_a_short_meeting(minutes_paper: Draw, language: str) -> None:
    told = TOLD[language]
    body = sample.body(told)
    correction = CorrectionEntry(
        no=1,
        section=Section.DIRECTIVES,
        text=told.decisions[1],
        reason=told.why,
        by=told.names[0],
        at=datetime(2026, 11, 5, 3, 12, tzinfo=UTC),
    )
    parts = tuple(part.model_copy(update={"elapsed": 0, "items": (), "notes": ()}) for part in body.parts[2:])
    paper = minutes_paper(
        language,
        v=2,
        latest=3,
        kind=MinutesKind.CORRECTION,
        signatures=(),
        sign_lines=((told.office, told.names[11]), (told.team, "")),
        body=body.model_copy(
            update={
                "books": BooksKind.PRACTICE,
                "parts": (*body.parts[:2], *parts),
                "roll_called": False,
                "figures": (),
                "decisions": (),
                "actions": (),
                "followed_up": (),
                "next_meeting": None,
                "corrections": (correction,),
            }
        ),
    )
    golden(f"correction.{language}.md", write_markdown(paper))


def test_every_word_is_read_as_the_letters_it_has(hostile: str, hostile_paper: Paper) -> None:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(write_markdown(hostile_paper))
    inline = [token.children or [] for token in tokens if token.type == "inline"]
    pieces = [piece for children in inline for piece in children]
    words = {"text", "text_special"}
    ours = {"softbreak", "strong_open", "strong_close", "html_inline"}
    assert {piece.type for piece in pieces} <= words | ours
    assert {piece.content for piece in pieces if piece.type == "html_inline"} <= {"<br>"}
    blocks = {"html_block", "fence", "code_block", "blockquote_open", "ordered_list_open"}
    assert blocks.isdisjoint(token.type for token in tokens)
    said = "".join(piece.content for piece in inline[0] if piece.type in words)
    assert said == "".join(line.strip() for line in show(hostile, lines=True).split("\n"))


def test_minutes_of_hostile_words_have_the_blocks_of_any_minutes(hostile_minutes: Paper) -> None:
    usual = minutes.paper(sample.said_everywhere("x"), made_at=sample.MADE_AT)
    reader = MarkdownIt("gfm-like", {"linkify": False})
    found, wanted = (
        [token.type for token in reader.parse(write_markdown(paper))] for paper in (hostile_minutes, usual)
    )
    assert found == wanted


def test_the_table_stays_a_table(hostile_paper: Paper) -> None:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(write_markdown(hostile_paper))
    assert [token.type for token in tokens].count("th_open") == 2
    assert [token.type for token in tokens].count("td_open") == 2


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+1-1", "＝1", " -x"])
def test_no_cell_is_taken_for_a_formula(minutes_paper: Draw, text: str) -> None:
    body = sample.body(TOLD["en"])
    decision = body.decisions[0].model_copy(update={"text": text})
    written = write_markdown(minutes_paper(body=body.model_copy(update={"decisions": (decision,)})))
    assert f"| R2026-118 | '{text} |" in written.replace("\\", "")
