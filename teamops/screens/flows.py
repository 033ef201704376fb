"""Ways that begin on more than one screen: to the agenda, into the meeting, to its minutes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Final

from teamops.i18n import _, full_day
from teamops.models.meetings import ClockView, MeetingLine, MeetingState
from teamops.screens.host import Host
from teamops.services.desk import RUNNERS
from teamops.services.reading import branch, calendar, meetings

NEAR: Final = timedelta(minutes=90)
"""Within this of its planned start a meeting is begun without a question."""
LONG_PAST: Final = timedelta(hours=4)
_TO_COME: Final = (MeetingState.DRAFT, MeetingState.READY, MeetingState.RUNNING)


def run_meeting(host: Host) -> None:
    """Go on with the meeting that runs, or begin today's: prepared or not, it starts at once."""
    books = host.desk.books
    today = books.clock.today()
    with books.reading() as reader:
        running = meetings.running(reader)
        there = meetings.on(reader, today)
        day = calendar.day_view(reader, today)
        next_day = calendar.next_workday(reader, today)
        usual = branch.series(reader).starts_at
    if running is not None:
        _go_on(host, running)
        return
    if there is not None and there.state not in (MeetingState.DRAFT, MeetingState.READY):
        host.open_screen("minutes", there.id)
        return
    if not day.kind.worked:
        text = _("{day} is no working day ({kind}); the next meeting is on {next}.")
        host.say(text.format(day=full_day(today), kind=day.name or day.kind.label, next=full_day(next_day)))
        return
    desk = host.desk

    def job() -> int:
        from teamops.services import agenda
        from teamops.services import meetings as service

        meeting_id = there.id if there is not None else agenda.prepare(desk, today)
        service.start(desk, meeting_id)
        return meeting_id

    def begin() -> None:
        host.do(job, lambda meeting_id: host.open_screen("meeting", meeting_id))

    planned = there.planned_start if there is not None else usual
    now = books.clock.local(books.clock.now())
    if abs(now - datetime.combine(today, planned, books.clock.zone)) <= NEAR:
        begin()
    else:
        _begin_after_asking(host, now, planned, begin)


def _begin_after_asking(host: Host, now: datetime, planned: time, begin: Callable[[], None]) -> None:
    """Far from its hour a meeting is begun only when that is meant."""
    from teamops.widgets.ask import Confirm

    def answered(sure: bool | None) -> None:
        if sure:
            begin()

    question = _("It is {now}; the meeting is planned for {planned}. Begin it now?").format(
        now=f"{now:%H:%M}", planned=f"{planned:%H:%M}"
    )
    host.push_screen(Confirm(question, yes=_("begin"), no=_("not now")), answered)


def _go_on(host: Host, running: MeetingLine) -> None:
    today = host.desk.books.clock.today()
    if running.day == today or host.clock_of(running.id) is not None:
        host.open_screen("meeting", running.id)
        return

    from teamops.widgets.ask import Confirm

    def answered(sure: bool | None) -> None:
        if sure:
            host.open_screen("meeting", running.id)

    question = _("The meeting of {day} was never closed. Go on with it, and close it?").format(
        day=full_day(running.day)
    )
    host.push_screen(Confirm(question, yes=_("go on with it"), no=_("later")), answered)


def offer_running(host: Host) -> None:
    """After a start: where a meeting runs, offer to go on where it stood."""
    books = host.desk.books
    with books.reading() as reader:
        running = meetings.running(reader)
        clock = meetings.clock_of(reader, running.id) if running is not None else None
    if running is None or host.clock_of(running.id) is not None or host.desk.actor.role not in RUNNERS:
        return
    from teamops.widgets.ask import Confirm

    meeting = running

    def answered(sure: bool | None) -> None:
        if sure:
            host.open_screen("meeting", meeting.id)

    stood_at = clock or ClockView.started(meeting.started_at or books.clock.now())
    stood = f"{books.clock.local(stood_at.beat_at):%H:%M:%S}"
    question = _("The meeting of {day} is still running. Go on where it stood ({part}, {time})?").format(
        day=full_day(meeting.day), part=stood_at.section.label, time=stood
    )
    host.push_screen(Confirm(question, yes=_("go on"), no=_("not now")), answered)


def prepare_meeting(host: Host) -> None:
    """Open the agenda of today, or of the next working day; made where there is none.

    Where today's meeting should have been over for long and was never begun, either may be meant: it is asked.
    """
    books = host.desk.books
    today = books.clock.today()
    with books.reading() as reader:
        there = meetings.on(reader, today)
        worked = calendar.day_view(reader, today).kind.worked
        next_day = calendar.next_workday(reader, today)
        start = there.planned_start if there is not None else branch.series(reader).starts_at
    state = there.state if there is not None else MeetingState.DRAFT
    if not worked or state not in _TO_COME:
        _open_agenda(host, next_day)
        return
    since = books.clock.now() - datetime.combine(today, start, books.clock.zone)
    if state is MeetingState.RUNNING or since < LONG_PAST:
        _open_agenda(host, today)
        return

    from teamops.widgets.ask import Pick

    days = {day.isoformat(): day for day in (next_day, today)}

    def picked(key: str | None) -> None:
        if key is not None:
            _open_agenda(host, days[key])

    choices = [(key, full_day(day), "") for key, day in days.items()]
    host.push_screen(Pick(_("The agenda of which day?"), choices), picked)


def _open_agenda(host: Host, day: date) -> None:
    desk = host.desk
    with desk.books.reading() as reader:
        found = meetings.on(reader, day)
    if found is not None:
        host.open_screen("agenda", found.id)
        return

    def job() -> int:
        from teamops.services import agenda

        return agenda.prepare(desk, day)

    host.do(job, lambda meeting_id: host.open_screen("agenda", meeting_id))
