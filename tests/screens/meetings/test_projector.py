"""What stands on the projector: however much there is, the part stays whole and the newest is in sight."""

from __future__ import annotations

import pytest

from teamops.models.figures import MonthBoard
from teamops.models.inputs.cases import CaseIn
from teamops.models.inputs.directives import DirectiveIn
from teamops.models.inputs.meetings import AgendaItemIn
from teamops.models.meetings import ItemKind, Section
from teamops.screens.meetings.lines import LEAST_LINES, MOST_LINES
from teamops.screens.meetings.progress import member_lines
from teamops.services import agenda, cases, directives, meetings
from teamops.services.desk import Desk
from teamops.services.reading import figures as reading
from teamops.text import cell_width
from teamops.widgets.panel import Line
from tests.journeys import staged
from tests.journeys.keyboard import Keyboard, at_the_keyboard
from tests.services.holding import MONDAY, begin, item, note, stand

SIZES = ((60, 18), (80, 24), (120, 36))
LONG = "客戶問費率，" * 200
size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


def entry(lead: Keyboard, first: str) -> list[str]:
    """The lines of the entry that begins with `first`, as they stand on the screen."""
    part = [line[28:].rstrip() for line in lead.screen.splitlines()[1:-1]]
    at = next(n for n, line in enumerate(part) if first in line)
    after = next((n for n in range(at + 1, len(part)) if not part[n].startswith("      ")), len(part))
    return part[at:after]


@size
async def test_a_long_note_is_cut_with_a_sign_and_whole_on_the_agenda(
    roster_desk: Desk, size: tuple[int, int]
) -> None:
    begin(roster_desk, MONDAY, [note("佣金", body=LONG), note("短訊")])
    async with at_the_keyboard(roster_desk, size) as lead:
        await lead.press("enter")
        shown = entry(lead, "·  佣金")
        assert len(shown) == MOST_LINES
        assert shown[-1].endswith("…")
        lead.sees("·  短訊")
        await lead.press("e", "escape", "escape", "g", "down", "e", "tab")
        lead.sees("客戶問費率，" * 3)


@size
async def test_a_directive_a_case_and_its_lesson_are_cut_too(
    roster_desk: Desk, size: tuple[int, int]
) -> None:
    stand(roster_desk.books, MONDAY)
    cases.add(roster_desk, CaseIn(title="案例", story=LONG, lesson=LONG))
    directives.issue(roster_desk, DirectiveIn(title="指示" * 60, body=LONG))
    meeting = agenda.prepare(roster_desk, MONDAY)
    agenda.add(roster_desk, meeting, AgendaItemIn(section=Section.CASE, kind=ItemKind.CASE, case_id=1))
    meetings.start(roster_desk, meeting)
    async with at_the_keyboard(roster_desk, size) as lead:
        await lead.press("enter", "right")
        assert len(entry(lead, "D2026-001")) == MOST_LINES
        assert lead.screen.count("…") == 1
        await lead.press("right", "right")
        assert len(entry(lead, "案例")) == len(entry(lead, "Lesson")) == MOST_LINES
        lead.misses("more")


@size
async def test_many_long_entries_take_few_lines_each_and_the_newest_is_in_sight(
    roster_desk: Desk, size: tuple[int, int]
) -> None:
    begin(roster_desk, MONDAY, [note(f"第{n}", body=LONG) for n in "一二三"])
    async with at_the_keyboard(roster_desk, size) as lead:
        await lead.press("enter", "n")
        await lead.type("剛記下的")
        await lead.press("enter")
        for n in "一二三":
            assert LEAST_LINES <= len(entry(lead, f"·  第{n}")) <= MOST_LINES
        lead.sees("▸–  剛記下的")
        lead.misses("more")
        for number in range(12):
            await lead.press("n")
            await lead.type(f"再記{number}")
            await lead.press("enter")
            lead.sees(f"▸–  再記{number}")


async def test_what_was_put_down_is_whole_at_the_foot_of_a_full_part(roster_desk: Desk) -> None:
    begin(roster_desk, MONDAY, [note(f"第{n}", body=LONG) for n in range(9)])
    async with at_the_keyboard(roster_desk, (60, 18)) as lead:
        await lead.press("enter", "a")
        await lead.type("@gf fri 回訪三位客戶並且把材料一次補齊交給櫃台")
        await lead.press("enter")
        lead.sees("▸→ 回訪三位客戶", "高芳   Fri 27 Nov")
        await lead.press("d", "tab")
        await lead.type("佣金下限")
        await lead.press("enter", "right")
        lead.sees("▸D2026-001  佣金下限")


async def test_blank_lines_of_a_text_take_no_room(roster_desk: Desk) -> None:
    begin(roster_desk, MONDAY, [note("甲", body="乙\n\n\n丙")])
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter")
        assert [line.strip() for line in entry(lead, "·  甲")] == ["▸·  甲", "乙", "丙"]


# --- the figures


def texts(lines: list[Line]) -> list[str]:
    return ["".join(span if isinstance(span, str) else span.text for span in line.left) for line in lines]


def board(desk: Desk) -> MonthBoard:
    """The figures of Friday, told by two of twelve."""
    staged.past(desk)
    with desk.books.reading() as reader:
        return reading.board(reader, MONDAY)


def test_the_figures_of_the_members_stand_under_their_names(roster_desk: Desk) -> None:
    lines, left = member_lines(board(roster_desk), 47, 20)
    head, *rows = texts(lines)
    assert (head, left, len(rows)) == ("        accounts opened  new assets", 0, 12)
    assert rows[0] == "劉平                  1          88"
    assert {cell_width(row) for row in rows} == {cell_width(head)}


@pytest.mark.parametrize(
    ("width", "rows", "head", "deep", "left"),
    [
        (47, 8, "        accou…  new a…           accou…  new a…", 6, 0),
        (28, 6, "        accounts op…  new a…", 4, 8),
        (20, 13, "        accounts op…", 12, 0),
        (15, 20, "        accoun…", 12, 0),
        (28, 4, "        accounts op…  new a…", 2, 10),
        (28, 3, "", 0, 12),
    ],
)
def test_the_names_are_cut_and_blocks_stand_side_by_side_where_room_is_scarce(
    roster_desk: Desk, width: int, rows: int, head: str, deep: int, left: int
) -> None:
    lines, more = member_lines(board(roster_desk), width, rows)
    shown = texts(lines)
    assert more == left
    assert len(shown) == bool(head) + deep + bool(left) <= rows
    assert max(map(cell_width, shown)) <= width
    if head:
        assert shown[0] == head
    if left:
        assert shown[-1].startswith(f"… {left} more member")


def test_where_nobody_is_asked_for_figures_nothing_stands_there(desk: Desk) -> None:
    with desk.books.reading() as reader:
        nobody = reading.board(reader, MONDAY)._replace(members=())
    assert member_lines(nobody, 40, 20) == ([], 0)


async def test_where_there_is_no_room_for_all_members_it_is_said_how_many_more(roster_desk: Desk) -> None:
    staged.past(roster_desk)
    begin(
        roster_desk,
        MONDAY,
        [item(Section.PROGRESS, ItemKind.TOPIC, f"議題{n}", body=LONG) for n in "甲乙丙"],
    )
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "right", "right")
        lead.sees("accounts opened", "more members: f", "議題甲", "議題丙")
        await lead.resize(120, 36)
        lead.misses("more members")
        await lead.resize(60, 18)
        lead.sees("12 more members: f", "議題甲")
