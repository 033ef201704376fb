"""Ways that begin on more than one screen: to the agenda, into the meeting, to its minutes."""

from __future__ import annotations

from datetime import date

from teamops.i18n import _, full_day
from teamops.models.meetings import MeetingLine, MeetingState
from teamops.screens.host import Host
from teamops.services.reading import calendar, meetings


def run_meeting(host: Host) -> None:
    """Go on with the meeting that runs, or begin today's: prepared or not, it starts at once."""
    books = host.desk.books
    today = books.clock.today()
    with books.reading() as reader:
        running = meetings.running(reader)
        there = meetings.on(reader, today)
        day = calendar.day_view(reader, today)
        next_day = calendar.next_workday(reader, today)
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

    host.do(job, lambda meeting_id: host.open_screen("meeting", meeting_id))


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
    if running is None or host.clock_of(running.id) is not None:
        return
    from teamops.widgets.ask import Confirm

    meeting = running

    def answered(sure: bool | None) -> None:
        if sure:
            host.open_screen("meeting", meeting.id)

    stood = f"{books.clock.local(clock.beat_at):%H:%M:%S}" if clock is not None else ""
    where = clock.section.label if clock is not None else ""
    question = _("The meeting of {day} is still running. Go on where it stood ({part}, {time})?").format(
        day=full_day(meeting.day), part=where, time=stood
    )
    host.push_screen(Confirm(question, yes=_("go on"), no=_("not now")), answered)


def prepare_meeting(host: Host, day: date | None = None) -> None:
    """Open the agenda of a day: of today, or of the next working day; made where there is none."""
    books, desk = host.desk.books, host.desk
    today = books.clock.today()
    with books.reading() as reader:
        if day is None:
            there = meetings.on(reader, today)
            held = there is not None and there.state not in (
                MeetingState.DRAFT, MeetingState.READY, MeetingState.RUNNING,
            )  # fmt: skip
            worked = calendar.day_view(reader, today).kind.worked
            day = today if worked and not held else calendar.next_workday(reader, today)
        found = meetings.on(reader, day)
    if found is not None:
        host.open_screen("agenda", found.id)
        return
    wanted = day

    def job() -> int:
        from teamops.services import agenda

        return agenda.prepare(desk, wanted)

    host.do(job, lambda meeting_id: host.open_screen("agenda", meeting_id))
