"""The agenda: what is prepared the evening before or at eight."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from textual.widget import Widget

from teamops.i18n import _, full_day, medium_day
from teamops.models.action_items import ActionLine
from teamops.models.directives import CaseLine
from teamops.models.meetings import AgendaItemLine, ItemKind, MeetingState, MeetingView, PartLine, Section
from teamops.models.words import number_label
from teamops.screens.base import BaseScreen
from teamops.screens.flows import run_meeting
from teamops.screens.meetings import agenda_rows
from teamops.screens.meetings.forms import arrange_form, case_form, directive_form, item_form
from teamops.services.desk import Reader
from teamops.services.reading import action_items, cases, meetings
from teamops.widgets.ask import AskText, Pick
from teamops.widgets.panel import Panel
from teamops.widgets.table import ListRows, Row, Table

_STATES = (MeetingState.DRAFT, MeetingState.READY, MeetingState.RUNNING)


class Agenda(BaseScreen):
    """The parts of one meeting and what is on them."""

    PLACES = ("agenda",)
    READS = frozenset(("agenda", "meetings", "directives", "cases", "people", "action_items"))
    CSS_PATH = "agenda.tcss"

    def __init__(self, meeting_id: int) -> None:
        super().__init__()
        self.meeting_id = meeting_id
        self.view: MeetingView | None = None
        self.following: list[ActionLine] = []

    def body(self) -> Iterable[Widget]:
        yield Table(id="agenda", show_header=False)
        yield Panel(id="item")

    def read(self, reader: Reader) -> MeetingView | None:
        view = meetings.one(reader, self.meeting_id)
        self.following = action_items.to_follow_up(reader, view.day) if view is not None else []
        return view

    def show(self, data: MeetingView | None) -> None:
        self.view = data
        if data is None:
            return
        table = self.query_one("#agenda", Table)
        rows: list[Row] = []
        for n, part in enumerate(data.parts, 1):
            rows.append(agenda_rows.part_row(n, part))
            rows += [agenda_rows.item_row(item) for item in part.items]
        table.show_columns(agenda_rows.columns(rows, self.app.size.width))
        table.show_rows(ListRows(rows))
        planned = sum(part.planned for part in data.parts)
        summary = _("{time} · {n} min · host {name}").format(
            time=f"{data.planned_start:%H:%M}", n=planned, name=data.host
        )
        day = full_day(data.day) if self.app.size.width >= agenda_rows.FULL else medium_day(data.day)
        table.frame.title(_("Agenda · {day}").format(day=day), f"{summary} · {data.state.label}")
        self._show_item()

    def resized(self) -> None:
        if self.view is not None:
            self.show(self.view)

    def begin(self) -> None:
        table = self.query_one("#agenda", Table)
        table.beside = self._follow_cursor
        table.focus()

    def _follow_cursor(self) -> None:
        """Say more of the item under the cursor; the keys may differ from row to row."""
        self._show_item()
        self.show_keys()

    def _show_item(self) -> None:
        panel = self.query_one("#item", Panel)
        item, part = self._item(), self._part()
        from teamops.screens.meetings.following import following_lines
        from teamops.screens.meetings.lines import item_text

        width = max(20, self.app.size.width - 6)
        panel.frame.title(part.section.label if part else "", item.kind.label if item else "")
        if item is not None:
            panel.show_lines(item_text(item, width))
        elif part is not None and self.view is not None:
            guide = agenda_rows.guide_lines(part.section, width)
            room = max(3, panel.size.height - 1 - len(guide))
            follow = following_lines(self.following, self.view.day, width, room)
            panel.show_lines([*guide, *(follow if part.section is Section.PROGRESS else ())])

    # --- where the cursor is

    def _key(self) -> Hashable:
        return self.query_one("#agenda", Table).cursor_key

    def _item(self) -> AgendaItemLine | None:
        key = self._key()
        if self.view is None or not isinstance(key, int):
            return None
        return next((item for part in self.view.parts for item in part.items if item.id == key), None)

    def _part(self) -> PartLine | None:
        if self.view is None:
            return None
        item, key = self._item(), self._key()
        section = item.section.value if item is not None else key
        return next((part for part in self.view.parts if part.section == section), None)

    def offers(self, action_id: str) -> bool:
        view, item = self.view, self._item()
        if view is None:
            return action_id in ("back", "leave")
        if action_id == "history":
            return True
        if action_id == "brief":
            return True
        places = {"new", "edit", "judge", "choose_case", "more_minutes", "fewer_minutes", "item_up", "item_down",
                  "take_off", "repeat", "arrange", "say_ready", "call_off"}  # fmt: skip
        if action_id in places and view.state not in _STATES:
            return False
        if action_id in ("edit", "take_off", "item_up", "item_down"):
            return item is not None
        if action_id == "repeat":
            return item is not None and item.directive_id is None
        if action_id == "say_ready":
            return view.state is not MeetingState.RUNNING
        if action_id == "run_meeting":
            return view.state in _STATES and view.day == self.desk.books.clock.today()
        return True

    # --- actions

    def on_table_opened(self, event: Table.Opened) -> None:
        """Enter changes an item, or adds to an empty part."""
        event.stop()
        if self.offers("edit"):
            if not self.declines("edit"):
                self.action_edit()
        elif self._item() is None and self.offers("new") and not self.declines("new"):
            self.action_new()

    def action_new(self) -> None:
        """Add to the part under the cursor."""
        part = self._part()
        if part is None:
            return
        if part.section is Section.DIRECTIVES:
            directive_form(self.host, meeting_id=self.meeting_id)
        elif part.section is Section.CASE:
            self.action_choose_case()
        else:
            item_form(self.host, self.meeting_id, part.section)

    def action_edit(self) -> None:
        """Change the item under the cursor."""
        item = self._item()
        if item is None:
            return
        if item.directive_id is not None:
            self._change_directive(item.directive_id)
        elif item.case_id is not None:
            self._change_case(item.case_id)
        else:
            item_form(self.host, self.meeting_id, item.section, item)

    def _change_directive(self, directive_id: int) -> None:
        from teamops.services.reading import directives

        with self.desk.books.reading() as reader:
            line = directives.one(reader, directive_id)
        if line is not None:
            directive_form(self.host, line)

    def _change_case(self, case_id: int) -> None:
        with self.desk.books.reading() as reader:
            line = cases.one(reader, case_id)
        if line is not None:
            case_form(self.host, line)

    def action_judge(self) -> None:
        """The judgement of the trend: written, or reworded."""
        if self.view is None:
            return
        items = self.view.part(Section.MARKET).items
        there = next((item for item in items if item.kind is ItemKind.JUDGEMENT), None)
        item_form(self.host, self.meeting_id, Section.MARKET, there, ItemKind.JUDGEMENT)

    def action_choose_case(self) -> None:
        """A case of the library, the longest not studied first; or a new one."""
        with self.desk.books.reading() as reader:
            suggested = cases.suggested(reader, self.desk.books.clock.today())
            rest = [
                case for case in cases.all_cases(reader) if case.id not in {each.id for each in suggested}
            ]
        choices = [("new", _("Write a new case study"), "")]
        choices += [(str(case.id), case.title, _studied(case)) for case in [*suggested, *rest]]

        def picked(key: str | None) -> None:
            if key == "new":
                case_form(self.host, meeting_id=self.meeting_id)
            elif key is not None:
                self._put_on(int(key))

        self.app.push_screen(Pick(_("Which case?"), choices), picked)

    def _put_on(self, case_id: int) -> None:
        desk, meeting_id = self.desk, self.meeting_id

        def job() -> int:
            from teamops.models.inputs.meetings import AgendaItemIn
            from teamops.services import agenda

            inp = AgendaItemIn(section=Section.CASE, kind=ItemKind.CASE, case_id=case_id)
            return agenda.add(desk, meeting_id, inp)

        self.do(job)

    def _plan(self, by: int) -> None:
        part = self._part()
        if part is None:
            return
        desk, meeting_id, minutes = self.desk, self.meeting_id, part.planned + by

        def job() -> None:
            from teamops.models.inputs.base import read
            from teamops.models.inputs.meetings import PlannedIn
            from teamops.services import agenda

            raw = {"section": part.section, "minutes": minutes}
            agenda.plan(desk, meeting_id, read(PlannedIn, raw, today=desk.books.clock.today()))

        self.do(job)

    def action_more_minutes(self) -> None:
        """A minute more."""
        self._plan(1)

    def action_fewer_minutes(self) -> None:
        """A minute less."""
        self._plan(-1)

    def _shift(self, by: int) -> None:
        item = self._item()
        if item is None:
            return
        desk, item_id = self.desk, item.id

        def job() -> None:
            from teamops.services import agenda

            agenda.shift(desk, item_id, by)

        self.do(job)

    def action_item_up(self) -> None:
        """Up within its part."""
        self._shift(-1)

    def action_item_down(self) -> None:
        """Down within its part."""
        self._shift(1)

    def action_take_off(self) -> None:
        """Off the agenda."""
        item = self._item()
        if item is None:
            return
        desk, item_id, title = self.desk, item.id, item.title or item.body[:40]

        def job() -> None:
            from teamops.services import agenda

            agenda.remove(desk, item_id)

        self.do(job, lambda _none: self.host.say(_("Taken off: {title}").format(title=title)))

    def action_repeat(self) -> None:
        """Every day, or only this once."""
        item = self._item()
        if item is None:
            return
        desk = self.desk

        def job() -> None:
            from teamops.models.inputs.meetings import AgendaItemIn
            from teamops.services import agenda

            inp = AgendaItemIn(
                section=item.section,
                kind=item.kind,
                title="" if item.case_id else item.title,
                body="" if item.case_id else item.body,
                presenter_id=item.presenter_id,
                case_id=item.case_id,
                recurs=not item.recurs,
            )
            agenda.change(desk, item.id, inp, item.version)

        self.do(job)

    def action_arrange(self) -> None:
        """Host, recorder, place, time."""
        if self.view is not None:
            arrange_form(self.host, self.view)

    def action_say_ready(self) -> None:
        """Prepared, or not after all."""
        if self.view is None:
            return
        desk, meeting_id, is_ready = self.desk, self.meeting_id, self.view.state is MeetingState.DRAFT

        def job() -> None:
            from teamops.services import agenda

            agenda.ready(desk, meeting_id, is_ready=is_ready)

        self.do(job)

    def action_call_off(self) -> None:
        """Call the meeting off, saying why."""

        def check(reason: str) -> str:
            from teamops.services import meetings as service

            service.cancel(self.desk, self.meeting_id, reason)
            return reason

        self.app.push_screen(AskText(_("Call the meeting off. Why?"), check))

    def action_brief(self) -> None:
        """The agenda as text, into the clipboard."""
        if self.view is None:
            return
        from teamops.exporting.brief import brief
        from teamops.services.reading import today

        with self.desk.books.reading() as reader:
            text = brief(today.today(reader, self.desk.books.clock.today()), self.view)
        self.app.copy_to_clipboard(text)
        self.host.say(_("The agenda is in the clipboard as text; “teamops brief” prints it too."))

    def action_run_meeting(self) -> None:
        """Begin it."""
        host = self.host
        self.dismiss()
        host.call_later(run_meeting, host)

    def action_history(self) -> None:
        """Who did what to this meeting."""
        if self.view is not None:
            title = number_label(self.view.number) or full_day(self.view.day)
            self.host.open_screen("history", title, "meeting", self.meeting_id)


def _studied(case: CaseLine) -> str:
    return (
        _("studied {day}").format(day=full_day(case.last_studied))
        if case.last_studied
        else _("never studied")
    )
