"""What the minutes say, before any file format."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from teamops.exporting import minutes
from teamops.exporting.paper import Block, Heading, Paper, Paragraph, SignLine, SignLines, Table
from teamops.models.directives import DirectiveKind
from teamops.models.meetings import ItemKind, RollMark, Section
from teamops.models.minutes import (
    CorrectionEntry,
    ItemEntry,
    MinutesBody,
    MinutesKind,
    PartEntry,
    SignatureLine,
    SigningAs,
)
from teamops.models.people import BooksKind
from tests.exporting import sample
from tests.exporting.told import ENGLISH

Draw = Callable[..., Paper]
NOW = datetime(2026, 11, 5, 3, 12, tzinfo=UTC)


def under(paper: Paper, title: str) -> tuple[str, list[Block]]:
    """The aside of a heading, and the blocks up to the next one."""
    blocks = list(paper.blocks)
    start = next(n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.text == title)
    found: list[Block] = []
    for block in blocks[start + 1 :]:
        if isinstance(block, Heading):
            break
        found.append(block)
    heading = blocks[start]
    assert isinstance(heading, Heading)
    return heading.aside, found


def body(**changes: object) -> MinutesBody:
    """The sample's body with other fields."""
    return sample.body(ENGLISH).model_copy(update=changes)


def head(paper: Paper) -> dict[str, str]:
    """The head block by label."""
    return {field.label: field.value for row in paper.head for field in row}


def test_sections_stand_in_order(minutes_paper: Draw) -> None:
    assert [block.text for block in minutes_paper().blocks if isinstance(block, Heading)] == [
        "1 Market",
        "2 Directives and new products",
        "3 New tasks",
        "4 Progress report",
        "5 Case study",
        "6 Morale",
        "7 Other",
        "Decisions",
        "Action items",
        "Follow-up of earlier items",
    ]


def test_sections_are_numbered_as_chinese_papers_are(minutes_paper: Draw) -> None:
    headings = [block.text for block in minutes_paper("zh_Hant").blocks if isinstance(block, Heading)]
    assert [text.split("、")[0] for text in headings[:7]] == list("一二三四五六七")


def test_head_says_who_was_there(minutes_paper: Draw) -> None:
    said = head(minutes_paper())
    assert said["Time"] == "Thursday 5 November 2026 08:30–08:52"
    assert said["Turnout"] == "15 due, 14 present (1 late), 1 absent"
    assert said["Late"] == "Li Ping 6 min"
    assert said["Absent"] == "Chen Yu (on leave, slip L2026-088)"


def test_whoever_was_not_called_is_absent_and_named(minutes_paper: Draw) -> None:
    roll = list(body().roll)
    roll[2] = roll[2].model_copy(update={"mark": None, "minutes": 0})
    roll[3] = roll[3].model_copy(update={"mark": RollMark.PRESENT, "reason": ""})
    said = head(minutes_paper(body=body(roll=tuple(roll))))
    assert said["Turnout"] == "15 due, 14 present (0 late), 1 absent"
    assert said["Late"] == "none"
    assert said["Absent"] == "Li Ping (not called)"


def test_roll_not_called(minutes_paper: Draw) -> None:
    said = head(minutes_paper(body=body(roll_called=False)))
    assert said["Turnout"] == "15 due; the roll was not called"
    assert "Absent" not in said


def test_a_task_stands_in_its_own_section(minutes_paper: Draw) -> None:
    paper = minutes_paper()
    _aside, directives = under(paper, "2 Directives and new products")
    _aside, tasks = under(paper, "3 New tasks")
    assert [block.label for block in directives if isinstance(block, Paragraph)] == [
        "D2026-031 Suitability check before every fund sale",
        "D2026-032 Balanced fund 7",
    ]
    assert tasks == [
        Paragraph(
            "20 calls each by Friday noon; the list is with the group leaders.",
            label="D2026-033 Call back dormant clients",
            item=True,
        )
    ]


def test_topics_come_last_with_the_part_they_came_from(minutes_paper: Draw) -> None:
    assert under(minutes_paper(), "7 Other")[1] == [
        Paragraph(
            "hall for 60 is booked; group two sees to invitations. (Morale; carried over)",
            label="Client evening on the 20th",
            item=True,
        )
    ]


def test_no_item_of_any_kind_is_lost(minutes_paper: Draw) -> None:
    parts = tuple(
        PartEntry(
            section=section,
            planned=1,
            elapsed=60,
            items=tuple(
                ItemEntry(kind=kind, title=f"{section}/{kind}/{flag}", flag=flag)
                for kind in ItemKind
                for flag in (DirectiveKind if kind is ItemKind.DIRECTIVE else (None,))
            ),
            notes=(f"{section} noted",),
        )
        for section in Section
    )
    blocks = minutes_paper(body=body(parts=parts)).blocks
    said = [f"{block.label}|{block.text}" for block in blocks if isinstance(block, Paragraph)]
    for part in parts:
        for title in (*(item.title for item in part.items), *part.notes):
            assert sum(title in line for line in said) == 1


topic = ItemEntry(kind=ItemKind.TOPIC, title="t", discussed=True)


@pytest.mark.parametrize(
    ("part", "aside"),
    [
        (PartEntry(section=Section.CASE, planned=5, elapsed=0, items=(), notes=()), "not held"),
        (
            PartEntry(section=Section.CASE, planned=5, elapsed=20, items=(), notes=()),
            "planned 5 min, took 0:20 · nothing recorded",
        ),
        (
            PartEntry(section=Section.CASE, planned=5, elapsed=605, items=(topic,), notes=()),
            "planned 5 min, took 10:05",
        ),
        (PartEntry(section=Section.CASE, planned=5, elapsed=0, items=(), notes=("n",)), ""),
        (
            PartEntry(
                section=Section.CASE,
                planned=5,
                elapsed=0,
                items=(ItemEntry(kind=ItemKind.CASE, title="c", discussed=True),),
                notes=(),
            ),
            "",
        ),
    ],
)
def test_a_part_says_whether_it_was_held(minutes_paper: Draw, part: PartEntry, aside: str) -> None:
    assert under(minutes_paper(body=body(parts=(part,))), "5 Case study")[0] == aside


@pytest.mark.parametrize(("elapsed", "time"), [(0, ""), (7, "planned 8 min, took 0:07 ")])
def test_a_part_names_what_it_decided_and_gave_to_do(minutes_paper: Draw, elapsed: int, time: str) -> None:
    part = PartEntry(section=Section.CASE, planned=8, elapsed=elapsed, items=(), notes=())
    decisions = tuple(entry.model_copy(update={"section": Section.CASE}) for entry in body().decisions[:2])
    action = body().actions[0].model_copy(update={"section": Section.CASE})
    paper = minutes_paper(body=body(parts=(part,), decisions=decisions, actions=(action,)))
    assert under(paper, "5 Case study") == (f"{time}→ R2026-118, R2026-119, T2026-340", [])
    assert under(paper, "6 Morale")[0] == "not held"


def test_a_missing_part_was_not_held(minutes_paper: Draw) -> None:
    paper = minutes_paper(body=body(parts=(), figures_day=None, decisions=(), actions=()))
    assert under(paper, "4 Progress report") == ("not held", [])
    assert under(paper, "7 Other") == ("none", [])


def test_figures_show_target_share_and_members(minutes_paper: Draw) -> None:
    _aside, blocks = under(minutes_paper(), "4 Progress report")
    table = blocks[0]
    assert isinstance(table, Table)
    assert [column.title for column in table.columns] == [
        "Figure", "4 Nov", "Month so far", "Target", "%", "By member",
    ]  # fmt: skip
    assert table.rows[1][:5] == ("New assets (10k yuan)", "145.75", "412.5", "1,200", "34%")
    assert "Feng\N{NO-BREAK SPACE}Gang\N{NO-BREAK SPACE}\N{NON-BREAKING HYPHEN}5" in table.rows[1][5]
    assert "Liu" not in table.rows[1][5]


def test_figures_say_who_is_missing_and_what_was_asked(minutes_paper: Draw) -> None:
    _aside, blocks = under(minutes_paper(), "4 Progress report")
    assert blocks[1:3] == [
        Paragraph("11 of 12 members; still missing: Ma Chao", label="Figures reported", item=True),
        Paragraph(
            "Liu Yang: when is the fund's first open day? Wu Hao: may a client hold two cash accounts?",
            label="Client questions",
            item=True,
        ),
    ]


def test_a_figure_without_target_has_no_share(minutes_paper: Draw) -> None:
    figure = body().figures[0].model_copy(update={"target": None, "own_name": "Calls", "own_unit": "×"})
    _aside, blocks = under(minutes_paper(body=body(figures=(figure,))), "4 Progress report")
    assert isinstance(blocks[0], Table)
    assert blocks[0].rows[0][:5] == ("Calls (×)", "10", "10", "", "")


def test_nothing_decided_is_said(minutes_paper: Draw) -> None:
    paper = minutes_paper(body=body(decisions=(), actions=(), followed_up=(), next_meeting=None))
    assert under(paper, "Decisions") == ("none", [])
    assert under(paper, "Action items") == ("none", [])
    assert under(paper, "Follow-up of earlier items")[0] == "none"


def test_actions_stand_with_owners_and_states(minutes_paper: Draw) -> None:
    actions = under(minutes_paper(), "Action items")[1][0]
    earlier = under(minutes_paper(), "Follow-up of earlier items")[1][0]
    assert isinstance(actions, Table)
    assert isinstance(earlier, Table)
    assert actions.rows[3][2:] == ("Sun Li, Zheng Shuang", "2026/11/20", "Morale", "Open")
    assert earlier.rows[3][2:] == ("Wu Hao", "", "Dropped: the outlet is closed for rebuilding")


def test_an_action_from_no_part_names_its_origin(minutes_paper: Draw) -> None:
    action = body().actions[0].model_copy(update={"section": None, "origin": "MM2026-0203"})
    table = under(minutes_paper(body=body(actions=(action,))), "Action items")[1][0]
    assert isinstance(table, Table)
    assert table.rows[0][4] == "MM2026-0203"


@pytest.mark.parametrize(
    ("changes", "standing", "watermark"),
    [
        ({}, "", ""),
        ({"signatures": ()}, "Draft, not signed by the host", "DRAFT"),
        ({"v": 2, "latest": 2, "signatures": ()}, "Version 2 · Draft, not signed by the host", "DRAFT"),
        ({"latest": 2}, "Superseded by version 2", "SUPERSEDED"),
        (
            {"v": 2, "latest": 2, "kind": MinutesKind.CORRECTION},
            "Correction, version 2",
            "CORRECTION, VERSION 2",
        ),
        ({"body": body(books=BooksKind.DEMO)}, "DEMO, NOT A RECORD", "DEMO, NOT A RECORD"),
        (
            {"body": body(books=BooksKind.PRACTICE), "signatures": ()},
            "PRACTICE, NOT A RECORD · Draft, not signed by the host",
            "PRACTICE, NOT A RECORD",
        ),
    ],
)
def test_what_a_version_is_worth(
    minutes_paper: Draw, changes: dict[str, object], standing: str, watermark: str
) -> None:
    paper = minutes_paper(**changes)
    assert (paper.standing, paper.watermark) == (standing, watermark)


def test_corrections_are_numbered_with_reason_and_hand(minutes_paper: Draw) -> None:
    correction = CorrectionEntry(
        no=1, section=Section.MARKET, text="The index rose.", reason="typing error", by="Xu Jing", at=NOW
    )
    second = correction.model_copy(update={"no": 2, "section": None, "text": "All were there."})
    paper = minutes_paper(body=body(corrections=(correction, second)))
    assert under(paper, "Corrections")[1][:-1] == [
        Paragraph(
            "The index rose. Reason: typing error (Xu Jing, 2026/11/05 11:12)",
            label="Correction 1 (Market)",
            item=True,
        ),
        Paragraph(
            "All were there. Reason: typing error (Xu Jing, 2026/11/05 11:12)",
            label="Correction 2",
            item=True,
        ),
    ]


def test_a_part_names_its_corrections(minutes_paper: Draw) -> None:
    corrections = tuple(
        CorrectionEntry(no=n, section=section, text="x", reason="x", by="x", at=NOW)
        for n, section in enumerate((Section.MARKET, None, Section.CASE, Section.MARKET), 1)
    )
    paper = minutes_paper(body=body(corrections=corrections))
    assert under(paper, "1 Market")[0] == "planned 5 min, took 4:42 · Correction 1 · Correction 4"
    assert under(paper, "5 Case study")[0] == "planned 5 min, took 3:10 · Correction 3"
    assert "Correction" not in under(paper, "6 Morale")[0]


def test_what_was_not_held_stays_so_when_it_is_corrected(minutes_paper: Draw) -> None:
    correction = CorrectionEntry(no=1, section=Section.CASE, text="x", reason="x", by="x", at=NOW)
    paper = minutes_paper(body=body(parts=(), corrections=(correction,)))
    assert under(paper, "5 Case study")[0] == "not held · Correction 1"


def test_without_corrections_nothing_is_said_of_them(minutes_paper: Draw) -> None:
    assert "Corrections" not in [block.text for block in minutes_paper().blocks if isinstance(block, Heading)]


def lines(paper: Paper) -> tuple[SignLine, ...]:
    """The lines to sign on."""
    last = paper.blocks[-1]
    assert isinstance(last, SignLines)
    return last.lines


def test_usual_sign_lines_show_signatures_with_their_time(minutes_paper: Draw) -> None:
    assert lines(minutes_paper()) == (
        SignLine("Host's signature", "Zhang Min  2026/11/05 09:04"),
        SignLine("Recorder's signature", "Wang Fang  2026/11/05 08:58"),
        SignLine("Circulated to"),
    )
    assert lines(minutes_paper(signatures=()))[0] == SignLine("Host's signature")


def test_own_sign_lines_take_the_signatures_given_under_their_names(minutes_paper: Draw) -> None:
    own = (("Branch manager", "Lin Hai"), ("Team lead", "Zhang Min"), ("Auditor", ""))
    assert lines(minutes_paper(sign_lines=own)) == (
        SignLine("Recorder's signature", "Wang Fang  2026/11/05 08:58"),
        SignLine("Branch manager (Lin Hai)"),
        SignLine("Team lead", "Zhang Min  2026/11/05 09:04"),
        SignLine("Auditor"),
    )


def test_one_signature_fills_one_line(minutes_paper: Draw) -> None:
    signature = SignatureLine(signed_as=SigningAs.HOST, name="Zhang Min", at=NOW)
    own = (("Host", "Zhang Min"), ("Manager", "Zhang Min"))
    paper = minutes_paper(signatures=(signature,), sign_lines=own)
    assert [line.signed for line in lines(paper)] == ["Zhang Min  2026/11/05 11:12", ""]


def test_the_foot_pins_the_books(minutes_paper: Draw) -> None:
    made = minutes_paper().made
    assert made.digest == "Ledger digest 8412 · 3f9a12c07b1e · version 1"
    assert made.day == "Made on 2026/11/05 09:12"


def test_the_file_is_named_after_month_paper_and_number() -> None:
    name = minutes.paper_name(sample.view(), "docx")
    assert name == "202611_Minutes-of-the-morning-meeting_MM2026-0204_v1.docx"
