"""The list of people: who is here, and on request who left."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date

from teamops.i18n import _, pgettext
from teamops.models.people import PersonCard, PersonLine, PersonState
from teamops.screens.lists import ListScreen
from teamops.screens.people.person_forms import (
    ask_staying,
    card_of,
    leaving_form,
    new_person_form,
    person_form,
    posting_form,
)
from teamops.screens.people.tab import Tab
from teamops.services.desk import Reader
from teamops.services.reading import people
from teamops.text import cell_width, search_key
from teamops.widgets.table import Column, ListRows, Mark, Row, Rows
from teamops.widgets.tones import Tone


class PeopleTab(Tab):
    """Everybody with the branch today or soon, or all there ever were."""

    PLACES = ("list", "people")
    record = "person"
    everybody = False

    def __init__(self, screen: ListScreen) -> None:
        super().__init__(screen)
        self.lines: dict[int, PersonLine] = {}

    def label(self) -> str:
        return _("All people") if self.everybody else _("People")

    def columns(self) -> Sequence[Column]:
        longest = max((cell_width(line.number) for line in self.lines.values()), default=0)
        return (
            Column(pgettext("person", "number"), max(6, min(12, longest))),
            Column(pgettext("person", "name"), None, minimum=8, weight=2),
            Column(_("role"), 16),
            Column(_("group"), None, minimum=7),
            Column(_("outlet"), None, minimum=14, weight=2),
            Column(_("joined"), 10, priority=-1),
            Column(_("last day"), 10, priority=-2),
            Column(_("state"), 7),
        )

    def rows(self, reader: Reader, sought: str) -> Rows:
        today, key = self.desk.books.clock.today(), search_key(sought)
        found = people.people(reader, today, include_left=self.everybody or bool(key))
        self.lines = {line.id: line for line in found if not key or key in _haystack(line)}
        return ListRows([_row(line, today) for line in self.lines.values()])

    def foot(self) -> str:
        return _("a  only who is here") if self.everybody else _("a  those who left, too")

    def empty(self) -> tuple[str, str]:
        return _("Nobody is here yet."), _("n  adds the first; so does “teamops import people FILE”")

    def title_of(self, key: Hashable) -> str:
        return next((f"{line.number} {line.name}" for line in self.lines.values() if line.id == key), "")

    def offers(self, action_id: str) -> bool:
        line = self.lines.get(self.key) if self.key is not None else None
        if action_id in ("post", "say_leaving") and (line is None or line.state is PersonState.LEFT):
            return False
        if action_id == "say_staying" and (line is None or line.state is PersonState.ACTIVE):
            return False
        return super().offers(action_id)

    def show_everything(self) -> None:
        """Those who left, too."""
        self.everybody = True

    def opened(self, key: Hashable) -> None:
        """The person's card."""
        self.host.open_screen("person", key)

    @property
    def _card(self) -> PersonCard | None:
        return card_of(self.host, self.key) if self.key is not None else None

    def action_new(self) -> None:
        """Somebody new."""
        new_person_form(self.host, lambda person_id: self.screen.go_to("people", person_id))

    def action_edit(self) -> None:
        """Who they are."""
        if (card := self._card) is not None:
            person_form(self.host, card)

    def action_post(self) -> None:
        """Another role, group or outlet."""
        if (card := self._card) is not None:
            posting_form(self.host, card)

    def action_say_leaving(self) -> None:
        """Going to leave, or left."""
        if (card := self._card) is not None:
            leaving_form(self.host, card)

    def action_say_staying(self) -> None:
        """Stays after all."""
        if (card := self._card) is not None:
            ask_staying(self.host, card)

    def action_show_left(self) -> None:
        """Those who left too, or only who is here."""
        self.everybody = not self.everybody
        self.screen.refresh_data()


def _row(line: PersonLine, today: date) -> Row:
    role = Mark(line.role.label) if line.role else Mark("–" if _gone(line) else _("not posted"), "alert")
    tone: Tone = "alert" if line.state is PersonState.LEAVING else "dim"
    coming = line.joined_on > today
    return Row(
        line.id,
        (
            Mark(line.number, "dim"),
            line.name,
            role,
            line.group,
            line.outlet,
            Mark(line.joined_on.isoformat(), "accent" if coming else "dim"),
            Mark(line.left_on.isoformat() if line.left_on else "", tone),
            Mark(_("to come") if coming else line.state.label, "accent" if coming else tone),
        ),
        dim=_gone(line),
    )


def _gone(line: PersonLine) -> bool:
    return line.state is PersonState.LEFT


def _haystack(line: PersonLine) -> str:
    role = line.role.label if line.role else ""
    return f"{line.search} {search_key(f'{line.group} {line.outlet} {role}')}"
