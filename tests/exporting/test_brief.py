"""The day's agenda as text for the group chat."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from teamops import i18n
from teamops.exporting.brief import brief
from teamops.models.action_items import ActionLine, ActionState, Priority
from teamops.models.calendar import CalendarDayView, DayKind
from teamops.models.figures import FigureKind, FigureLine, MonthBoard, Standing
from teamops.models.meetings import (
    AgendaItemLine,
    ItemKind,
    MeetingState,
    MeetingView,
    PartLine,
    Section,
    SeriesKind,
)
from teamops.models.people import BooksKind, BranchView, Region
from teamops.models.today import TodayView
from teamops.text import show

DAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 20)


def item(
    n: int, kind: ItemKind, title: str, *, section: Section, presenter: str = "", body: str = ""
) -> AgendaItemLine:
    number = "D2026-031" if kind is ItemKind.DIRECTIVE else ""
    return AgendaItemLine(
        n, section, kind, title, body, None, presenter, None, number, None,
        recurs=False, carried=False, discussed=None, version=1,
    )  # fmt: skip


def part(section: Section, *items: AgendaItemLine) -> PartLine:
    return PartLine(section, 5, 0, items)


MEETING = MeetingView(
    id=1, number="", day=DAY, kind=SeriesKind.MORNING, state=MeetingState.READY, place="Room 2", host_id=1,
    host="Xu Jing", recorder_id=1, recorder="Xu Jing", planned_start=time(8, 30), minutes_due=time(9, 15),
    started_at=None, ended_at=None, version=1,
    parts=(
        part(
            Section.MARKET,
            item(1, ItemKind.NOTE, "Futures lower", section=Section.MARKET, presenter="Wang Fang"),
            item(2, ItemKind.JUDGEMENT, "", body="Sideways\nuntil Friday", section=Section.MARKET),
        ),
        part(Section.DIRECTIVES, item(3, ItemKind.DIRECTIVE, "Fee floor", section=Section.DIRECTIVES)),
        part(Section.PROGRESS),
        part(Section.CASE),
        part(Section.MORALE, item(4, ItemKind.BIRTHDAY, "Zhao Lei", section=Section.MORALE)),
    ),
    outcomes=(), actions=(), roll=(), roll_called=False, clock=None,
)  # fmt: skip


def standing(code: str, done: str, target: str | None, decimals: int = 0) -> Standing:
    figure = FigureLine(1, code, "", FigureKind.AMOUNT, "", decimals, 1, active=True, version=1)
    aim = None if target is None else Decimal(target)
    return Standing(figure, Decimal(done), aim, None, Decimal(0), ())


BOARD = MonthBoard(
    month=DAY.replace(day=1), day=FRIDAY, reported=11, expected=13, days_gone=15, days_all=21,
    team=(
        standing("accounts", "41", "60"), standing("assets", "1284.50", "1800", 2), standing("own", "3", None)
    ),
    members=(),
)  # fmt: skip


def action(
    n: int, due: date | None, state: ActionState = ActionState.OPEN, co_owners: str = ""
) -> ActionLine:
    return ActionLine(
        n, f"T2026-{n:03d}", f"task {n}", 1, "Sun Hao", co_owners, due, state, Priority.NORMAL, FRIDAY, "",
        None, "", None, "", None, 1,
    )  # fmt: skip


VIEW = TodayView(
    branch=BranchView("Harbour", "Team 1", Region.CN, "Asia/Shanghai", BooksKind.REAL, 1, 1),
    day=CalendarDayView(
        DAY, DayKind.WORKDAY, "", market_open=True, confirmed=True, source="", reason="", version=1
    ),
    meeting=None, meeting_day=DAY, next_meeting=None, parts=(), carried=0, roll_called=False, roll=(),
    running=None, to_sign=(),
    actions=(
        action(1, FRIDAY, co_owners="Li Na"), action(2, DAY), action(3, date(2026, 11, 24)), action(4, None),
        action(5, FRIDAY, ActionState.DONE),
    ),
    directives=(), board=BOARD, birthdays=(), last_minutes=None,
)  # fmt: skip

ENGLISH = f"""\
Team 1 · Morning meeting
Mon 23 Nov 2026 08:30 · Room 2 · host Xu Jing
1 Market
- Futures lower (Wang Fang)
- {ItemKind.JUDGEMENT.label.capitalize()}: Sideways
2 Directives
- D2026-031 Fee floor
3 Progress
- Figures of Fri 20 Nov: 11 of 13 in
- November: accounts opened 41/60 68%, new assets (10k yuan) 1,284.5/1,800 71%, own 3
5 Morale
- Zhao Lei's birthday
Action items due or overdue
- T2026-001 task 1 (Sun Hao, Li Na, 20 Nov)
- T2026-002 task 2 (Sun Hao, 23 Nov)"""


def test_the_whole_in_english() -> None:
    assert brief(VIEW, MEETING) == ENGLISH


def test_in_chinese_with_chinese_signs() -> None:
    with i18n.speaking("zh_Hant"):
        text = brief(VIEW, MEETING)
    assert "2026年11月23日 週一 08:30 · Room 2" in text
    assert "\n一、" in text
    assert "（Wang Fang）" in text
    assert "Sun Hao、Li Na、11月20日）" in text


def test_every_word_is_one_line_of_letters(hostile: str) -> None:
    parts = (
        part(
            Section.MARKET,
            item(1, ItemKind.NOTE, hostile, section=Section.MARKET, presenter=hostile),
            item(2, ItemKind.JUDGEMENT, "", body=hostile, section=Section.MARKET),
        ),
    )
    meeting = MEETING._replace(place=hostile, host=hostile, parts=parts)
    view = VIEW._replace(actions=(action(1, FRIDAY)._replace(text=hostile, owner=hostile),))
    lines = brief(view, meeting).split("\n")
    assert len(lines) == 7
    assert lines[3] == "- " + show(f"{hostile} ({hostile})")
    assert lines[-1] == "- T2026-001 " + show(f"{hostile} ({hostile}, 20 Nov)")


def test_without_an_agenda_it_says_so() -> None:
    text = brief(VIEW._replace(actions=()), None)
    assert text == "Team 1 · Mon 23 Nov 2026\nNo agenda is prepared yet."


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [(DayKind.WEEKEND, "", "(weekend)"), (DayKind.HOLIDAY, "New Year", "(New Year)")],
)
def test_on_a_rest_day_it_tells_the_next_meeting(kind: DayKind, name: str, said: str) -> None:
    saturday = VIEW.day._replace(day=date(2026, 11, 21), kind=kind, name=name)
    lines = brief(VIEW._replace(day=saturday), MEETING).splitlines()
    assert lines[0] == f"Sat 21 Nov 2026 is no working day {said}."
    assert lines[1:] == ENGLISH.splitlines()


def test_a_month_that_has_not_begun_has_no_standing() -> None:
    fresh = brief(VIEW._replace(board=BOARD._replace(days_gone=0)), MEETING)
    assert "Figures of Fri 20 Nov" in fresh
    assert "accounts opened" not in fresh
    nobody = brief(VIEW._replace(board=BOARD._replace(expected=0)), MEETING)
    assert "Progress" not in nobody


def test_a_target_of_nothing_has_no_share() -> None:
    board = BOARD._replace(team=(standing("accounts", "1", "0"),))
    assert "accounts opened 1/0\n" in brief(VIEW._replace(board=board), MEETING)


def test_many_items_are_counted_after_the_first_ten() -> None:
    ten = brief(VIEW._replace(actions=tuple(action(n, DAY) for n in range(10))), None)
    assert "more" not in ten
    text = brief(VIEW._replace(actions=tuple(action(n, DAY) for n in range(13))), None)
    assert text.endswith("- T2026-009 task 9 (Sun Hao, 23 Nov)\n- … and 3 more")


def test_a_place_that_is_not_known_is_left_out() -> None:
    assert "08:30 · host Xu Jing" in brief(VIEW, MEETING._replace(place=""))
