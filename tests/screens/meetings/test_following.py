"""What a meeting follows up: on the projector, under the agenda, and on the morning board."""

from __future__ import annotations

import pytest

from teamops.models.action_items import ActionState
from teamops.screens.meetings.following import following_lines
from teamops.services import action_items, agenda
from teamops.services.desk import Desk
from teamops.services.reading import action_items as reading
from teamops.text import cell_width
from teamops.widgets.panel import Span
from tests.journeys.keyboard import at_the_keyboard
from tests.services.holding import MONDAY, TUESDAY, WEDNESDAY, action, begin, stand

SIZES = ((60, 18), (80, 24), (120, 36))
size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture
def left(roster_desk: Desk) -> Desk:
    """Tuesday morning: one item of yesterday was due then, one is due today, one is done, one has no date."""
    stand(roster_desk.books, MONDAY)
    for text, due in (("逾期", MONDAY), ("今日到期", TUESDAY), ("已完成", WEDNESDAY), ("無期限", None)):
        item = action_items.open_item(roster_desk, action(roster_desk, text, due=due))
        if text == "已完成":
            action_items.move(roster_desk, item, ActionState.DONE)
    stand(roster_desk.books, TUESDAY)
    return roster_desk


@size
async def test_progress_shows_what_earlier_days_left(left: Desk, size: tuple[int, int]) -> None:
    begin(left, TUESDAY)
    action_items.open_item(left, action(left, "今早才開"))
    async with at_the_keyboard(left, size) as lead:
        await lead.press("enter")
        lead.misses("To follow up")
        await lead.press("right", "right")
        lead.sees("To follow up", "逾期", "Mon 23 Nov")
        lead.misses("今早才開")
        if size == (60, 18):
            lead.sees("… 3 more items")
        else:
            lead.sees("T2026-002", "今日到期", "today")


async def test_nothing_to_follow_up_takes_no_room(roster_desk: Desk) -> None:
    begin(roster_desk, MONDAY)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "right", "right")
        lead.misses("To follow up")


async def test_agenda_and_board_tell_of_it_before_the_meeting(left: Desk) -> None:
    agenda.prepare(left, TUESDAY)
    async with at_the_keyboard(left) as lead:
        lead.sees("from last time: 4 action items")
        await lead.press("g", "down", "down")
        lead.sees("To follow up", "T2026-001  逾期", "T2026-002  今日到期", "… 2 more items")


async def test_the_board_tells_of_the_next_meeting_that_is_prepared(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY)
    async with at_the_keyboard(roster_desk) as lead:
        lead.misses("next Tue 24 Nov")
        agenda.prepare(roster_desk, TUESDAY)
        await lead.settle()
        lead.sees("No agenda yet.", "next Tue 24 Nov: being prepared")


@pytest.mark.parametrize("width", [30, 46, 90])
@pytest.mark.parametrize("most", [2, 3, 4, 5])
def test_each_item_has_one_line_and_the_rest_are_counted(left: Desk, width: int, most: int) -> None:
    with left.books.reading() as reader:
        items = reading.to_follow_up(reader, TUESDAY)
    lines = following_lines(items, TUESDAY, width, most)
    assert len(lines) == 1 + min(most, 4)
    texts = ["".join(map(_text, (*line.left, *line.right))) for line in lines]
    assert (f"… {4 - most + 1} more" in texts[-1]) is (most < 4)
    assert all(cell_width(text) <= width for text in texts)
    tones = [span.tone for line in lines for span in line.right if isinstance(span, Span)]
    assert tones[0] == "alert"


def _text(span: Span | str) -> str:
    return span.text if isinstance(span, Span) else span
