"""Action items over all meetings: done by their owners, checked by the lead."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from teamops.errors import NotAllowed, NotYours, Refusal
from teamops.i18n import _, listed, medium_day
from teamops.models.action_items import NEXT_STATES, ActionLine, ActionState
from teamops.models.words import number_label
from teamops.screens.lists import ListTab
from teamops.screens.meetings.forms import action_form
from teamops.services.desk import LEADS, Reader
from teamops.services.reading import action_items as reading
from teamops.text import search_key
from teamops.widgets.ask import AskText
from teamops.widgets.table import Column, ListRows, Mark, Row, Rows
from teamops.widgets.tones import Tone

_STEPS = {
    "item_doing": ActionState.DOING,
    "item_done": ActionState.DONE,
    "item_check": ActionState.CHECKED,
    "item_drop": ActionState.DROPPED,
    "item_reopen": ActionState.DOING,
}


class ActionItemsTab(ListTab):
    """Open items, or all."""

    PLACES = ("list", "action_items")
    record = "action_item"
    everything = False

    def label(self) -> str:
        return _("All action items") if self.everything else _("Action items")

    def columns(self) -> Sequence[Column]:
        return (
            Column("", 1),
            Column(_("number"), 11),
            Column(_("what"), None, minimum=20, weight=3),
            Column(_("who"), None, minimum=8),
            Column(_("due"), 14),
            Column(_("state"), 9),
            Column(_("from"), 12, priority=-1),
        )

    def rows(self, reader: Reader, sought: str) -> Rows:
        lines = reading.all_items(reader) if self.everything or sought else reading.unsettled(reader)
        self.lines = {line.id: line for line in lines}
        key = search_key(sought)
        return ListRows([self._row(line) for line in lines if not key or key in _haystack(line)])

    def _row(self, line: ActionLine) -> Row:
        today = self.desk.books.clock.today()
        late = line.overdue(today)
        tone: Tone = "alert" if late else "good" if line.state is ActionState.DONE else "plain"
        owner = listed(line.owners)
        due = medium_day(line.due) if line.due else "–"
        return Row(
            line.id,
            (
                Mark("!" if late else "", "alert"),
                Mark(number_label(line.number), "dim"),
                line.text,
                owner,
                Mark(due, "alert" if late else "plain"),
                Mark(line.state.label, tone),
                Mark(number_label(line.origin) if line.origin else "", "dim"),
            ),
            dim=line.state.settled,
        )

    def empty(self) -> tuple[str, str]:
        return _("Nothing is open."), _("n  opens an item; in a meeting it is a")

    def title_of(self, key: Hashable) -> str:
        return next((number_label(line.number) for line in self.lines.values() if line.id == key), "")

    @property
    def line(self) -> ActionLine | None:
        """The item under the cursor."""
        return self.lines.get(self.key) if self.key is not None else None

    def offers(self, action_id: str) -> bool:
        line = self.line
        if action_id == "item_reopen":
            return line is not None and line.state is ActionState.DONE
        if action_id == "item_doing":
            return line is not None and line.state is ActionState.OPEN
        if action_id in _STEPS:
            return line is not None and _STEPS[action_id] in NEXT_STATES[line.state]
        if action_id == "edit":
            return line is not None and not line.state.settled
        return super().offers(action_id)

    def own(self, action_id: str) -> Refusal | None:
        """Owners say what they do and have done; checking and dropping is the lead's."""
        line, actor = self.line, self.desk.actor
        if line is None or action_id not in _STEPS:
            return None
        if _STEPS[action_id].settled and actor.role is not None:
            return NotAllowed(actor.role.label, listed(role.label for role in LEADS))
        with self.desk.books.reading() as reader:
            answering = (line.owner_id, *reading.co_owner_ids(reader, line.id))
        return None if actor.person_id in answering else NotYours()

    def show_everything(self) -> None:
        """Settled items too."""
        self.everything = True

    def action_new(self) -> None:
        """A new item."""
        action_form(self.host)

    def action_edit(self) -> None:
        """Other words, another owner, another day."""
        line = self.line
        if line is not None and not line.state.settled:
            with self.desk.books.reading() as reader:
                shares = reading.co_owner_ids(reader, line.id)
            action_form(self.host, line, shares)

    def action_show_settled(self) -> None:
        """All items, or what is open."""
        self.everything = not self.everything
        self.screen.refresh_data()

    def _move(self, state: ActionState, reason: str = "") -> None:
        line, desk = self.line, self.desk
        if line is None:
            return
        item = line

        def job() -> None:
            from teamops.services import action_items

            action_items.move(desk, item.id, state, reason=reason, version=item.version)

        said = _("{number} is {state}.").format(number=number_label(item.number), state=state.label)
        self.host.do(job, lambda _none: self.host.say(said))

    def action_item_doing(self) -> None:
        """In hand."""
        self._move(ActionState.DOING)

    def action_item_done(self) -> None:
        """Done."""
        self._move(ActionState.DONE)

    def action_item_check(self) -> None:
        """Checked."""
        self._move(ActionState.CHECKED)

    def action_item_reopen(self) -> None:
        """Not done after all."""
        self._move(ActionState.DOING)

    def action_item_drop(self) -> None:
        """Dropped, with the reason."""
        line, desk = self.line, self.desk
        if line is None:
            return
        item = line

        def check(reason: str) -> str:
            from teamops.services import action_items

            action_items.move(desk, item.id, ActionState.DROPPED, reason=reason, version=item.version)
            return reason

        self.host.push_screen(
            AskText(_("Drop {number}. Why?").format(number=number_label(item.number)), check)
        )


def _haystack(line: ActionLine) -> str:
    return search_key(
        " ".join(
            (
                line.number,
                number_label(line.number),
                line.text,
                line.owner,
                line.co_owners,
                line.origin,
                line.reason,
            )
        )
    )
