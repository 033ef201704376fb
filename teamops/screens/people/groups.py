"""The groups of the team."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from teamops.i18n import _
from teamops.models.people import GroupLine
from teamops.screens.lists import ListScreen
from teamops.screens.people.place_forms import group_form
from teamops.screens.people.tab import Aside, Tab
from teamops.services.desk import Reader
from teamops.services.reading import people
from teamops.text import search_key, wrap
from teamops.widgets.panel import Line, Span
from teamops.widgets.table import Column, ListRows, Mark, Row, Rows


class GroupsTab(Tab):
    """All groups, with the leader and the members of today."""

    PLACES = ("list", "groups")
    record = "team_group"

    def __init__(self, screen: ListScreen) -> None:
        super().__init__(screen)
        self.lines: dict[int, GroupLine] = {}
        self.members: dict[int, list[str]] = {}

    def label(self) -> str:
        return _("Groups")

    def columns(self) -> Sequence[Column]:
        return (
            Column(_("name"), None, minimum=12, weight=2),
            Column(_("in English"), None, minimum=10, priority=-1),
            Column(_("leader"), None, minimum=10),
            Column(_("members"), 7, "right"),
        )

    def rows(self, reader: Reader, sought: str) -> Rows:
        today, key = self.desk.books.clock.today(), search_key(sought)
        found = people.groups(reader, today)
        self.members = {line.id: [] for line in found}
        for person in people.members(reader, today):
            if person.group_id is not None:
                self.members[person.group_id].append(person.name)
        self.lines = {
            line.id: line for line in found if key in search_key(f"{line.name} {line.name_en} {line.leader}")
        }
        return ListRows([_row(line) for line in self.lines.values()])

    def empty(self) -> tuple[str, str]:
        return _("No groups yet."), _("n  adds the first; so does “teamops import people FILE”")

    def title_of(self, key: Hashable) -> str:
        return next((line.name for line in self.lines.values() if line.id == key), "")

    def aside(self) -> Aside | None:
        """Who is in the group."""
        line = self.lines.get(self.key) if self.key is not None else None
        if line is None:
            return None
        width = max(20, self.host.size.width - 6)
        names = " · ".join(self.members[line.id])
        said = (
            [Line([Span(text)]) for text in wrap(names, width)]
            if names
            else [Line([Span(_("Nobody is in it."), "dim")])]
        )
        return Aside(line.name, _("members"), said)

    def action_new(self) -> None:
        """A new group."""
        group_form(self.host, None, lambda group_id: self.screen.go_to("groups", group_id))

    def action_edit(self) -> None:
        """Another name."""
        if self.key is not None:
            group_form(self.host, self.lines[self.key])


def _row(line: GroupLine) -> Row:
    leader = Mark(line.leader) if line.leader else Mark(_("none"), "dim")
    return Row(line.id, (line.name, Mark(line.name_en, "dim"), leader, str(line.members)))
