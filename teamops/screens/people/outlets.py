"""The outlets: their hours, who is there, who looks after the equipment."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from teamops.i18n import _, full_day
from teamops.models.people import HoursLine, OutletLine
from teamops.screens.lists import ListScreen
from teamops.screens.people.place_forms import custody_form, hours_form, hours_text, outlet_form
from teamops.screens.people.tab import Aside, Tab
from teamops.services.desk import Reader
from teamops.services.reading import people
from teamops.text import search_key
from teamops.widgets.panel import Line, Span
from teamops.widgets.table import Column, ListRows, Mark, Row, Rows


class OutletsTab(Tab):
    """All outlets, as they are today."""

    PLACES = ("list", "outlets")
    record = "outlet"

    def __init__(self, screen: ListScreen) -> None:
        super().__init__(screen)
        self.lines: dict[int, OutletLine] = {}

    def label(self) -> str:
        return _("Outlets")

    def columns(self) -> Sequence[Column]:
        return (
            Column(_("code"), 6),
            Column(_("name"), None, minimum=14, weight=2),
            Column(_("today"), 11),
            Column(_("contact"), None, minimum=8, priority=-1),
            Column(_("custodian"), None, minimum=9),
            Column(_("people"), 6, "right"),
        )

    def rows(self, reader: Reader, sought: str) -> Rows:
        key = search_key(sought)
        found = people.outlets(reader, self.desk.books.clock.today())
        self.lines = {line.id: line for line in found if key in _haystack(line)}
        return ListRows([_row(line) for line in self.lines.values()])

    def empty(self) -> tuple[str, str]:
        return _("No outlets yet."), _("n  adds the first; so does “teamops import outlets FILE”")

    def title_of(self, key: Hashable) -> str:
        return next((f"{line.code} {line.name}" for line in self.lines.values() if line.id == key), "")

    @property
    def line(self) -> OutletLine | None:
        """The outlet under the cursor."""
        return self.lines.get(self.key) if self.key is not None else None

    def offers(self, action_id: str) -> bool:
        if action_id in ("new_hours", "hand_custody") and self.line is None:
            return False
        return super().offers(action_id)

    def aside(self) -> Aside | None:
        """Which hours it kept since when."""
        if self.line is None:
            return None
        with self.desk.books.reading() as reader:
            hours = people.outlet_hours(reader, self.line.id)
        said = [_hours_line(each) for each in hours] or [
            Line([Span(_("o  says which hours it keeps") if self.screen.may("new_hours") else "–", "dim")])
        ]
        return Aside(f"{self.line.code} {self.line.name}", _("hours"), said)

    def action_new(self) -> None:
        """A new outlet."""
        outlet_form(self.host, None, lambda outlet_id: self.screen.go_to("outlets", outlet_id))

    def action_edit(self) -> None:
        """What it is called, and the contact there."""
        if self.line is not None:
            outlet_form(self.host, self.line)

    def action_new_hours(self) -> None:
        """Other hours from a day on."""
        if self.line is not None:
            hours_form(self.host, self.line)

    def action_hand_custody(self) -> None:
        """Who looks after the equipment from a day on."""
        if self.line is not None:
            custody_form(self.host, self.line)


def _hours_line(line: HoursLine) -> Line:
    since = _("since {day}").format(day=full_day(line.valid_from))
    return Line([Span(f"{hours_text(line)}   "), Span(since, "dim")])


def _row(line: OutletLine) -> Row:
    hours = hours_text(line)
    return Row(
        line.id,
        (
            Mark(line.code, "dim"),
            line.name,
            Mark(hours) if hours else Mark(_("no hours"), "alert"),
            Mark(line.contact, "dim"),
            Mark(line.custodian) if line.custodian else Mark(_("nobody"), "alert"),
            str(line.people or ""),
        ),
    )


def _haystack(line: OutletLine) -> str:
    return search_key(f"{line.code} {line.name} {line.name_en} {line.contact} {line.custodian}")
