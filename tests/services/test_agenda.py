"""Preparing a meeting: the one of a working day, with directives and birthdays that come by themselves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest

from teamops.errors import (
    ExpiredAlready,
    NotAllowed,
    NotAWorkday,
)
from teamops.models.calendar import DayKind
from teamops.models.inputs.branch import SeriesIn
from teamops.models.inputs.directives import DirectiveIn
from teamops.models.inputs.meetings import MeetingIn
from teamops.models.meetings import DEFAULT_MINUTES, ItemKind, MeetingState, Section, SeriesKind
from teamops.models.people import Actor, Role
from teamops.models.tables.people import Posting
from teamops.services import agenda, branch, directives, meetings
from teamops.services.desk import Desk, rights, together
from tests.services.holding import (
    FRIDAY,
    MONDAY,
    NEXT_MONDAY,
    SATURDAY,
    SUNDAY,
    TUESDAY,
    WEDNESDAY,
    begin,
    born,
    key,
    lines,
    note,
    override,
    stand,
    titles,
    value,
    view,
)

# --- prepare


def test_a_meeting_is_prepared_as_its_series_usually_is(desk: Desk, meeting: int) -> None:
    shown = view(desk, meeting)
    assert (shown.day, shown.kind, shown.state) == (MONDAY, SeriesKind.MORNING, MeetingState.DRAFT)
    assert (shown.number, shown.place, shown.host, shown.recorder) == ("", "二樓會議室", "徐靜", "徐靜")
    assert (shown.planned_start, shown.minutes_due) == (time(8, 30), time(9, 15))
    assert {part.section: part.planned for part in shown.parts} == DEFAULT_MINUTES
    assert [part.section for part in shown.parts] == list(Section)
    assert shown.planned_seconds == 25 * 60
    assert (shown.started_at, shown.ended_at, shown.clock, shown.roll_called) == (None, None, None, False)
    assert all(not part.items and part.elapsed == 0 for part in shown.parts)


def test_what_the_series_says_later_holds_for_later_meetings(desk: Desk, meeting: int) -> None:
    usual = SeriesIn(
        starts_at=time(9), minutes_due=time(17), place="大廳", minutes={**DEFAULT_MINUTES, Section.CASE: 9}
    )
    branch.change_series(desk, SeriesKind.MORNING, usual, 6)
    later = view(desk, agenda.prepare(desk, TUESDAY))
    assert (later.planned_start, later.minutes_due, later.place) == (time(9), time(17), "大廳")
    assert later.part(Section.CASE).planned == 9
    assert view(desk, meeting).planned_start == time(8, 30)


def test_preparing_again_gives_the_meeting_there_is(desk: Desk, meeting: int) -> None:
    before = desk.books.last_event()
    assert agenda.prepare(desk, MONDAY) == meeting
    assert desk.books.last_event() == before
    meetings.start(desk, meeting)
    assert agenda.prepare(desk, MONDAY) == meeting
    meetings.close(desk, meeting)
    assert agenda.prepare(desk, MONDAY) == meeting


def test_a_meeting_is_one_event_told_to_agenda_and_meetings(desk: Desk) -> None:
    before = desk.books.last_event()
    heard: list[str] = []
    desk.books.subscribe(heard.append)
    agenda.prepare(desk, MONDAY)
    assert desk.books.last_event() == before + 1
    assert heard == ["agenda", "meetings"]


def test_no_meeting_is_prepared_for_a_rest_day(desk: Desk) -> None:
    with pytest.raises(NotAWorkday, match="28 Nov 2026 is no working day \\(weekend\\)"):
        agenda.prepare(desk, SATURDAY)
    override(desk, TUESDAY, DayKind.HOLIDAY, "颱風假")
    with pytest.raises(NotAWorkday, match="\\(颱風假\\)"):
        agenda.prepare(desk, TUESDAY)
    override(desk, SATURDAY, DayKind.MAKEUP)
    assert view(desk, agenda.prepare(desk, SATURDAY)).day == SATURDAY
    assert value(desk, "SELECT count(*) FROM meeting") == 1


def test_no_meeting_is_prepared_for_a_day_that_is_over(desk: Desk, meeting: int) -> None:
    stand(desk.books, WEDNESDAY)
    with pytest.raises(ExpiredAlready, match="24 Nov 2026"):
        agenda.prepare(desk, TUESDAY)
    assert agenda.prepare(desk, MONDAY) == meeting


def test_who_runs_the_meeting_may_prepare_it(
    desk: Desk, at_desk: Callable[[Actor], Desk], zhang: Actor, hire: Callable[..., Actor]
) -> None:
    with pytest.raises(NotAllowed, match="client manager"):
        agenda.prepare(at_desk(zhang), MONDAY)
    clerk = hire("A102", "李娜", Role.ATTENDANCE_CLERK)
    assert view(desk, agenda.prepare(at_desk(clerk), MONDAY)).host == "徐靜"


def test_the_lead_posted_that_day_hosts(desk: Desk, hire: Callable[..., Actor]) -> None:
    hire("A100", "馮強", Role.LEAD, joined=WEDNESDAY)
    assert view(desk, agenda.prepare(desk, TUESDAY)).host == "徐靜"
    assert view(desk, agenda.prepare(desk, WEDNESDAY)).host == "馮強"


def test_without_a_lead_the_last_host_goes_on_hosting_or_else_who_prepares_it(
    desk: Desk, at_desk: Callable[[Actor], Desk], hire: Callable[..., Actor]
) -> None:
    leader = hire("A104", "劉平", Role.GROUP_LEADER)
    monday = agenda.prepare(desk, MONDAY)
    with together(desk, "test.nobody leads", rights(Role.LEAD)) as tx:
        tx.get(Posting, 1).role = Role.BRANCH_MANAGER
    assert view(desk, agenda.prepare(at_desk(leader), TUESDAY)).host == "劉平"
    shown = view(desk, monday)
    arranged = MeetingIn(
        host_id=key(leader), recorder_id=key(leader), planned_start=time(8), minutes_due=time(9)
    )
    agenda.arrange(desk, monday, arranged, shown.version)
    chief = Actor(1, "A101", "徐靜", Role.BRANCH_MANAGER)
    assert view(desk, agenda.prepare(at_desk(chief), WEDNESDAY)).host == "劉平"


def test_who_recorded_last_records_again_as_long_as_they_are_in_the_team(
    desk: Desk, hire: Callable[..., Actor]
) -> None:
    clerk = hire("A102", "李娜", Role.ATTENDANCE_CLERK, left=TUESDAY)
    monday = agenda.prepare(desk, MONDAY)
    arranged = MeetingIn(host_id=1, recorder_id=key(clerk), planned_start=time(8, 30), minutes_due=time(18))
    agenda.arrange(desk, monday, arranged, view(desk, monday).version)
    assert view(desk, agenda.prepare(desk, TUESDAY)).recorder == "李娜"
    assert view(desk, agenda.prepare(desk, WEDNESDAY)).recorder == "徐靜"


# --- called off and prepared again


def test_a_meeting_called_off_by_mistake_is_prepared_again(desk: Desk, meeting: int) -> None:
    agenda.add(desk, meeting, note("滬指收平"))
    meetings.cancel(desk, meeting, "颱風停班")
    before = desk.books.last_event()
    assert agenda.prepare(desk, MONDAY) == meeting
    shown = view(desk, meeting)
    assert (shown.state, titles(desk, meeting)) == (MeetingState.DRAFT, ["滬指收平"])
    assert desk.books.last_event() == before + 1
    assert value(desk, "SELECT reason FROM meeting") == ""
    assert value(desk, "SELECT action FROM event_log ORDER BY id DESC") == "agenda.prepare"
    meetings.start(desk, meeting)


def test_a_running_meeting_that_was_called_off_begins_anew(desk: Desk) -> None:
    meeting = begin(desk, MONDAY)
    meetings.cancel(desk, meeting, "停電")
    assert agenda.prepare(desk, MONDAY) == meeting
    shown = view(desk, meeting)
    assert (shown.state, shown.started_at, shown.ended_at) == (MeetingState.DRAFT, None, None)


def test_only_who_may_call_off_may_take_it_back(
    desk: Desk, meeting: int, at_desk: Callable[[Actor], Desk], hire: Callable[..., Actor]
) -> None:
    meetings.cancel(desk, meeting, "停電")
    clerk = hire("A102", "李娜", Role.ATTENDANCE_CLERK)
    with pytest.raises(NotAllowed, match="branch manager, team lead"):
        agenda.prepare(at_desk(clerk), MONDAY)
    assert view(desk, meeting).state is MeetingState.CANCELLED


def test_a_meeting_called_off_stays_so_once_its_day_is_over_or_no_working_day(
    desk: Desk, meeting: int
) -> None:
    tuesday = agenda.prepare(desk, TUESDAY)
    for each in (meeting, tuesday):
        meetings.cancel(desk, each, "停電")
    override(desk, TUESDAY, DayKind.HOLIDAY)
    with pytest.raises(NotAWorkday):
        agenda.prepare(desk, TUESDAY)
    stand(desk.books, WEDNESDAY)
    with pytest.raises(ExpiredAlready):
        agenda.prepare(desk, MONDAY)


def test_what_came_by_itself_comes_once_when_prepared_again(desk: Desk, zhang: Actor) -> None:
    born(desk, A107=date(1990, 11, 23))
    directives.issue(desk, DirectiveIn(title="費率下限"))
    meeting = agenda.prepare(desk, MONDAY)
    assert titles(desk, meeting) == ["費率下限", "張敏"]
    meetings.cancel(desk, meeting, "停電")
    directives.issue(desk, DirectiveIn(title="新債券基金"))
    agenda.prepare(desk, MONDAY)
    assert titles(desk, meeting) == ["費率下限", "新債券基金", "張敏"]


# --- directives


def test_directives_that_were_never_on_an_agenda_come_in_once(desk: Desk) -> None:
    first = directives.issue(desk, DirectiveIn(title="費率下限"))
    directives.issue(desk, DirectiveIn(title="新債券基金", expires_on=TUESDAY))
    monday = agenda.prepare(desk, MONDAY)
    found = lines(desk, monday)
    assert [(line.title, line.section, line.kind, line.directive) for line in found] == [
        ("費率下限", Section.DIRECTIVES, ItemKind.DIRECTIVE, "D2026-001"),
        ("新債券基金", Section.DIRECTIVES, ItemKind.DIRECTIVE, "D2026-002"),
    ]
    assert found[0].directive_id == first
    meetings.start(desk, monday)
    meetings.close(desk, monday)
    stand(desk.books, TUESDAY)
    directives.issue(desk, DirectiveIn(title="本日新令"))
    # Monday's part was not held, so its two come over; the new one comes by itself, and none comes twice.
    assert titles(desk, agenda.prepare(desk, TUESDAY)) == ["費率下限", "新債券基金", "本日新令"]


def test_neither_withdrawn_nor_expired_directives_come_in(desk: Desk) -> None:
    gone = directives.issue(desk, DirectiveIn(title="作廢的"))
    directives.withdraw(desk, gone, "另行通知")
    directives.issue(desk, DirectiveIn(title="只到週一", expires_on=MONDAY))
    directives.issue(desk, DirectiveIn(title="長期"))
    assert titles(desk, agenda.prepare(desk, TUESDAY)) == ["長期"]
    assert titles(desk, agenda.prepare(desk, MONDAY)) == ["只到週一"]


def test_however_old_a_directive_is_told_once(desk: Desk) -> None:
    directives.issue(desk, DirectiveIn(title="一直沒說"))
    stand(desk.books, date(2027, 3, 1))
    assert titles(desk, agenda.prepare(desk, date(2027, 3, 1))) == ["一直沒說"]


def test_a_directive_taken_off_the_agenda_unsaid_comes_in_next_time(desk: Desk) -> None:
    directives.issue(desk, DirectiveIn(title="費率下限"))
    monday = agenda.prepare(desk, MONDAY)
    agenda.remove(desk, lines(desk, monday)[0].id)
    meetings.start(desk, monday)
    meetings.close(desk, monday)
    stand(desk.books, TUESDAY)
    assert titles(desk, agenda.prepare(desk, TUESDAY)) == ["費率下限"]


# --- birthdays


def test_birthdays_of_the_day_and_of_the_rest_days_after_it_are_announced(
    desk: Desk, hire: Callable[..., Actor]
) -> None:
    for number, name, day in (
        ("A102", "李娜", FRIDAY),
        ("A103", "王芳", SATURDAY),
        ("A104", "劉平", SUNDAY),
        ("A105", "陳明", NEXT_MONDAY),
        ("A106", "孫浩", FRIDAY),
    ):
        hire(number, name, left=WEDNESDAY if number == "A106" else None)
        born(desk, **{number: day.replace(year=1991)})
    hire("B1", "馮強", Role.BRANCH_MANAGER)
    born(desk, B1=FRIDAY.replace(year=1970))
    friday = lines(desk, agenda.prepare(desk, FRIDAY))
    assert [(line.title, line.section, line.kind) for line in friday] == [
        (name, Section.MORALE, ItemKind.BIRTHDAY) for name in ("李娜", "王芳", "劉平")
    ]
    assert titles(desk, agenda.prepare(desk, NEXT_MONDAY)) == ["陳明"]
