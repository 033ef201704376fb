"""The morning board: on working days and rest days, in new books and in full ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from teamops.db.books import Books
from teamops.errors import Missing
from teamops.models.action_items import ActionState
from teamops.models.calendar import DayKind
from teamops.models.inputs.calendar import OverrideIn
from teamops.models.inputs.directives import DirectiveIn
from teamops.models.inputs.figures import CellIn, TargetIn
from teamops.models.inputs.meetings import CorrectionIn, RollLineIn
from teamops.models.meetings import ItemKind, MeetingState, RollMark, Section
from teamops.models.people import Actor, Role
from teamops.models.tables.people import Person
from teamops.models.today import TodayView
from teamops.services import action_items, agenda, calendar, directives, figures, meetings, minutes, roll
from teamops.services.desk import Desk, rights, together
from teamops.services.reading import today as reading
from tests.services.holding import (
    FRIDAY,
    MONDAY,
    NEXT_MONDAY,
    SATURDAY,
    SUNDAY,
    TUESDAY,
    WEDNESDAY,
    action,
    begin,
    end,
    hold,
    item,
    key,
    note,
    stand,
)


def board(desk: Desk, on: date | None = None) -> TodayView:
    with desk.books.reading() as reader:
        return reading.today(reader, on or desk.books.clock.today())


@contextmanager
def counted(books: Books) -> Iterator[list[str]]:
    """The statements that are read with inside."""
    said: list[str] = []
    with books.reading() as reader:
        reader._connection.set_trace_callback(said.append)
        yield said
        reader._connection.set_trace_callback(None)


# --- new books


def test_new_books_have_a_board(desk: Desk) -> None:
    shown = board(desk)
    assert (shown.branch.branch, shown.day.day, shown.day.kind) == ("中山路營業部", MONDAY, DayKind.WORKDAY)
    assert shown.day.confirmed
    assert (shown.meeting, shown.meeting_day, shown.parts, shown.carried) == (None, MONDAY, (), 0)
    assert (shown.roll_called, [line.name for line in shown.roll]) == (False, ["徐靜"])
    assert (shown.running, shown.to_sign, shown.actions, shown.directives) == (None, (), (), ())
    assert (shown.birthdays, shown.last_minutes) == ((), None)
    assert (shown.board.reported, shown.board.expected, shown.board.members) == (0, 0, ())


def test_books_without_a_branch_have_none(empty_books: Books) -> None:
    with empty_books.reading() as reader, pytest.raises(Missing):
        reading.today(reader, MONDAY)


def test_a_year_not_announced_says_so(desk: Desk) -> None:
    shown = board(desk, date(2028, 2, 29))
    assert not shown.day.confirmed
    assert (shown.day.kind, shown.meeting_day) == (DayKind.WORKDAY, date(2028, 2, 29))


# --- a working day


def test_a_working_day_shows_its_meeting(desk: Desk) -> None:
    hold(desk, MONDAY, [note("一"), note("二")], visited=[])
    stand(desk.books, TUESDAY, time(8, 10))
    meeting = agenda.prepare(desk, TUESDAY)
    agenda.add(desk, meeting, item(Section.CASE, ItemKind.TOPIC, "三"))
    shown = board(desk)
    assert shown.meeting is not None
    assert (shown.meeting.id, shown.meeting.state, shown.meeting_day) == (
        meeting,
        MeetingState.DRAFT,
        TUESDAY,
    )
    assert [(part.section, len(part.items)) for part in shown.parts] == [
        (section, {Section.MARKET: 2, Section.CASE: 1}.get(section, 0)) for section in Section
    ]
    assert shown.carried == 2


def test_a_meeting_called_off_is_no_meeting_of_the_day(desk: Desk) -> None:
    meeting = agenda.prepare(desk, MONDAY)
    meetings.cancel(desk, meeting, "x")
    assert (board(desk).meeting, board(desk).parts) == (None, ())


def test_what_waits_for_the_lead_is_shown(desk: Desk) -> None:
    monday, tuesday = hold(desk, MONDAY), hold(desk, TUESDAY)
    opened = action_items.open_item(desk, action(desk, "一", due=MONDAY))
    done = action_items.open_item(desk, action(desk, "二"))
    action_items.move(desk, done, ActionState.DONE)
    settled = action_items.open_item(desk, action(desk, "三"))
    action_items.move(desk, settled, ActionState.DROPPED, reason="x")
    directive = directives.issue(desk, DirectiveIn(title="費率下限"))
    gone = directives.issue(desk, DirectiveIn(title="作廢的"))
    directives.withdraw(desk, gone, "x")
    shown = board(desk)
    assert [line.id for line in shown.to_sign] == [tuesday, monday]
    assert [line.id for line in shown.actions] == [opened, done]
    assert [line.id for line in shown.directives] == [directive]
    assert shown.last_minutes is not None
    assert shown.last_minutes.id == tuesday
    minutes.sign(desk, monday)
    minutes.sign(desk, tuesday)
    assert board(desk).to_sign == ()


def test_a_correction_waits_for_the_lead_too(desk: Desk) -> None:
    monday = hold(desk, MONDAY)
    minutes.sign(desk, monday)
    minutes.correct(desk, monday, CorrectionIn(text="x", reason="y"))
    waiting = board(desk).to_sign
    assert [(line.id, line.state) for line in waiting] == [(monday, MeetingState.SIGNED)]
    minutes.sign(desk, monday)
    assert board(desk).to_sign == ()


def test_the_roll_is_the_meetings_or_that_called_alone(desk: Desk, zhang: Actor) -> None:
    stand(desk.books, MONDAY, time(8, 20))
    agenda.prepare(desk, MONDAY)
    assert not board(desk).roll_called
    assert {line.mark for line in board(desk).roll} == {None}
    roll.call(desk, MONDAY, (RollLineIn(person_id=key(zhang), mark=RollMark.OUT),))
    assert (board(desk).roll_called, board(desk).roll[1].mark) == (True, RollMark.OUT)
    meeting = begin(desk, MONDAY)
    late = RollLineIn(person_id=key(zhang), mark=RollMark.LATE, minutes=3)
    roll.call(desk, MONDAY, (late,), meeting_id=meeting)
    assert board(desk).roll[1].mark is RollMark.LATE


def test_the_month_is_told_as_it_stood_in_the_morning(desk: Desk, zhang: Actor) -> None:
    stand(desk.books, MONDAY, time(18, 0))
    figures.record(desk, MONDAY, (CellIn(person_id=key(zhang), figure_id=1, value=Decimal(3)),))
    figures.target(desk, MONDAY, (TargetIn(figure_id=1, value=Decimal(60)),))
    stand(desk.books, TUESDAY)
    shown = board(desk).board
    assert (shown.day, shown.reported, shown.expected) == (MONDAY, 1, 1)
    standing = shown.team[0]
    assert (standing.done, standing.target, standing.share) == (Decimal(3), Decimal(60), 5)


# --- what was left


def test_a_meeting_never_closed_is_shown_the_day_after(desk: Desk) -> None:
    monday = begin(desk, MONDAY)
    stand(desk.books, TUESDAY, time(8, 5))
    shown = board(desk)
    assert shown.running is not None
    assert (shown.running.id, shown.running.day) == (monday, MONDAY)
    assert (shown.meeting, shown.meeting_day) == (None, TUESDAY)
    meetings.close(desk, monday)
    assert board(desk).running is None


def test_a_meeting_prepared_and_never_held_leaves_its_items(desk: Desk) -> None:
    monday = agenda.prepare(desk, MONDAY)
    agenda.add(desk, monday, note("一"))
    stand(desk.books, TUESDAY, time(8, 5))
    assert (board(desk).meeting, board(desk).running) == (None, None)
    agenda.prepare(desk, TUESDAY)
    assert (board(desk).carried, board(desk).to_sign) == (1, ())


# --- a rest day


def test_a_rest_day_shows_the_next_working_days_meeting(desk: Desk, hire: Callable[..., Actor]) -> None:
    hire("A121", "陳明", joined=NEXT_MONDAY)
    stand(desk.books, FRIDAY)
    monday = agenda.prepare(desk, NEXT_MONDAY)
    shown = board(desk, SATURDAY)
    assert (shown.day.kind, shown.meeting_day) == (DayKind.WEEKEND, NEXT_MONDAY)
    assert shown.meeting is not None
    assert shown.meeting.id == monday
    # Due are those of the meeting's day.
    assert [line.name for line in shown.roll] == ["徐靜", "陳明"]
    calendar.override(desk, OverrideIn(day=SUNDAY, kind=DayKind.MAKEUP, market_open=False, reason="補班"))
    assert (board(desk, SATURDAY).meeting_day, board(desk, SATURDAY).meeting) == (SUNDAY, None)
    assert board(desk, SUNDAY).day.kind is DayKind.MAKEUP


def test_a_roll_called_on_a_rest_day_is_shown(desk: Desk) -> None:
    stand(desk.books, SATURDAY)
    roll.call(desk, SATURDAY, ())
    shown = board(desk)
    assert (shown.roll_called, shown.roll[0].mark) == (True, RollMark.PRESENT)


def test_birthdays_are_those_of_today_and_of_the_rest_days_that_follow(
    desk: Desk, hire: Callable[..., Actor]
) -> None:
    for number, name, born in (
        ("A102", "李娜", FRIDAY),
        ("A103", "王芳", SUNDAY),
        ("A104", "劉平", NEXT_MONDAY),
        ("A106", "孫浩", FRIDAY),
    ):
        hire(number, name, left=FRIDAY if number == "A106" else None)
        with together(desk, "test.born", rights(Role.LEAD)) as tx:
            tx.all(select(Person).where(Person.number == number))[0].born = born.replace(year=1991)
    assert board(desk, WEDNESDAY).birthdays == ()
    assert board(desk, FRIDAY).birthdays == (("李娜", FRIDAY), ("孫浩", FRIDAY), ("王芳", SUNDAY))
    assert board(desk, SATURDAY).birthdays == (("王芳", SUNDAY),)
    assert board(desk, NEXT_MONDAY).birthdays == (("劉平", NEXT_MONDAY),)
    on_the_agenda = agenda.prepare(desk, FRIDAY)
    with desk.books.reading() as reader:
        rows = reader.rows("SELECT title FROM agenda_item WHERE meeting_id = ?", (on_the_agenda,))
    assert [name for (name,) in rows] == [name for name, _day in board(desk, FRIDAY).birthdays]


# --- how it is read


def test_the_board_is_read_with_few_questions_however_much_there_is(
    desk: Desk, hire: Callable[..., Actor]
) -> None:
    with counted(desk.books) as before:
        board(desk)
    for n in range(12):
        hire(f"A2{n:02}", f"成員{n}", group=f"第{n % 3}組")
    day = MONDAY
    for n in range(8):
        meeting = begin(desk, day, [note(f"{n}a"), note(f"{n}b")])
        roll.call(desk, day, (), meeting_id=meeting)
        meetings.act(desk, meeting, Section.CASE, action(desk, f"{n}"))
        agenda.add_directive(desk, meeting, DirectiveIn(title=f"{n}"))
        end(desk, meeting, visited=[Section.CASE])
        day += timedelta(days=3 if day.weekday() == 4 else 1)
    stand(desk.books, day)
    agenda.prepare(desk, day)
    with counted(desk.books) as after:
        shown = board(desk)
    assert len(shown.roll) == 13
    assert len(shown.actions) == 8
    assert len(shown.to_sign) == 8
    assert len(after) <= len(before) + 2
    assert len(after) <= 30
