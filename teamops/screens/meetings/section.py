"""Section 4: all meetings, action items, directives and the case library."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from teamops.i18n import _, medium_day, pgettext
from teamops.models.meetings import MeetingLine, MeetingState
from teamops.models.words import number_label
from teamops.screens.flows import prepare_meeting, run_meeting
from teamops.screens.lists import ListScreen, ListTab
from teamops.screens.meetings.action_items import ActionItemsTab
from teamops.screens.meetings.cases import CasesTab
from teamops.screens.meetings.directives import DirectivesTab
from teamops.services.desk import Reader
from teamops.services.reading import meetings as reading
from teamops.widgets.table import Column, ListRows, Mark, Row, Rows
from teamops.widgets.tones import Tone

_OPEN = (MeetingState.DRAFT, MeetingState.READY)


class MeetingRows:
    """All meetings, read a window at a time."""

    def __init__(self, tab: MeetingsTab, reader: Reader) -> None:
        self._tab = tab
        self._count = reading.counted(reader)

    def __len__(self) -> int:
        return self._count

    def window(self, first: int, count: int) -> Sequence[Row]:
        """The meetings from `first` on, the newest first."""
        with self._tab.desk.books.reading() as reader:
            return [self._tab.row(line) for line in reading.lines(reader, first, count)]


class MeetingsTab(ListTab):
    """All meetings."""

    PLACES = ("list", "meetings")
    record = "meeting"

    def label(self) -> str:
        return _("Meetings")

    def columns(self) -> Sequence[Column]:
        return (
            Column(_("number"), 14),
            Column(_("day"), 16),
            Column(_("time"), 13, priority=-1),
            Column(_("host"), None, minimum=8),
            Column(_("present"), 8, "right", priority=-1),
            Column(_("decided"), 8, "right", priority=-2),
            Column(pgettext("action items", "actions"), 8, "right", priority=-2),
            Column(_("state"), None, minimum=14),
        )

    def rows(self, reader: Reader, sought: str) -> Rows:
        if sought:
            found = reading.find(reader, sought)
            return ListRows([self.row(line) for line in found], more=len(found) == reading.FOUND)
        return MeetingRows(self, reader)

    def row(self, line: MeetingLine) -> Row:
        """A meeting as a line."""
        clock = self.desk.books.clock
        start = f"{clock.local(line.started_at):%H:%M}" if line.started_at else f"{line.planned_start:%H:%M}"
        time = f"{start}–{clock.local(line.ended_at):%H:%M}" if line.ended_at else start
        tone: Tone = "alert" if line.state in (MeetingState.MINUTED, MeetingState.RUNNING) else "dim"
        state = _("to be signed") if line.state is MeetingState.MINUTED else line.state.label
        held = bool(line.due)
        return Row(
            line.id,
            (
                number_label(line.number) or "–",
                medium_day(line.day),
                Mark(time, "dim"),
                line.host,
                f"{line.present}/{line.due}" if held else "",
                str(line.decisions or ""),
                str(line.actions or ""),
                Mark(state, tone),
            ),
            dim=line.state is MeetingState.CANCELLED,
        )

    def empty(self) -> tuple[str, str]:
        return _("No meeting was held yet."), _("g  prepare the first")

    def opened(self, key: Hashable) -> None:
        """Its minutes; where there are none yet, its agenda or the meeting itself."""
        if not isinstance(key, int):
            return
        with self.desk.books.reading() as reader:
            view = reading.one(reader, key)
        if view is None:
            return
        if view.state is MeetingState.RUNNING:
            run_meeting(self.host)
        elif view.state in (*_OPEN, MeetingState.CANCELLED):
            self.host.open_screen("agenda", key)
        else:
            self.host.open_screen("minutes", key)

    def action_new(self) -> None:
        """Prepare the next meeting."""
        prepare_meeting(self.host)

    def action_edit(self) -> None:
        """Open what is under the cursor."""
        if self.key is not None:
            self.opened(self.key)

    def action_export(self) -> None:
        """Take the minutes under the cursor away."""
        if self.key is not None:
            self.host.open_screen("minutes", self.key, True)

    def action_run_meeting(self) -> None:
        """Begin today's meeting or go on with it."""
        run_meeting(self.host)

    def action_prepare_meeting(self) -> None:
        """The agenda of today or of the next working day."""
        prepare_meeting(self.host)


class Meetings(ListScreen):
    """The section."""

    TABS = (MeetingsTab, ActionItemsTab, DirectivesTab, CasesTab)
    READS = frozenset(
        ("meetings", "agenda", "minutes", "roll", "action_items", "directives", "cases", "people")
    )
