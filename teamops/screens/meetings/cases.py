"""The library of case studies."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from teamops.errors import NotYours, Refusal
from teamops.i18n import _, full_day
from teamops.models.directives import CaseLine
from teamops.screens.lists import ListTab
from teamops.screens.meetings.forms import case_form
from teamops.services.desk import Reader
from teamops.services.reading import cases as reading
from teamops.widgets.table import Column, ListRows, Mark, Row, Rows


class CasesTab(ListTab):
    """All cases."""

    PLACES = ("list", "cases")
    record = "case_study"

    def label(self) -> str:
        return _("Case library")

    def columns(self) -> Sequence[Column]:
        return (
            Column(_("title"), None, minimum=20, weight=2),
            Column(_("lesson"), None, minimum=16, weight=2, priority=-1),
            Column(_("tags"), None, minimum=8, priority=-2),
            Column(_("whose"), None, minimum=8, priority=-2),
            Column(_("last studied"), 20),
        )

    def rows(self, reader: Reader, sought: str) -> Rows:
        self.lines = {line.id: line for line in reading.all_cases(reader, sought)}
        return ListRows([self._row(line) for line in self.lines.values()])

    def _row(self, line: CaseLine) -> Row:
        studied = full_day(line.last_studied) if line.last_studied else _("never")
        cells = (
            line.title,
            Mark(line.lesson, "dim"),
            Mark(line.tags, "accent"),
            line.author,
            Mark(studied, "dim"),
        )
        return Row(line.id, cells)

    def empty(self) -> tuple[str, str]:
        return _("The library is empty."), _("n  writes the first case")

    def title_of(self, key: Hashable) -> str:
        return next((line.title for line in self.lines.values() if line.id == key), "")

    def own(self, action_id: str) -> Refusal | None:
        """Whoever wrote a case may tell it better."""
        line = self.lines.get(self.key) if self.key is not None else None
        if action_id != "edit" or line is None or line.author_id == self.desk.actor.person_id:
            return None
        return NotYours()

    def opened(self, key: Hashable) -> None:
        """Everybody may read it."""
        self.action_edit()

    def action_new(self) -> None:
        """A new case."""
        case_form(self.host)

    def action_edit(self) -> None:
        """Read it, change it."""
        if self.key is not None:
            case_form(self.host, self.lines[self.key])
