"""Directives and who has acknowledged them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from teamops.i18n import _, pgettext, short_day
from teamops.models.directives import DirectiveLine
from teamops.models.words import number_label
from teamops.screens.lists import ListTab
from teamops.screens.meetings.forms import directive_form
from teamops.services.desk import Reader
from teamops.services.reading import directives as reading
from teamops.widgets.ask import AskText
from teamops.widgets.table import Column, ListRows, Mark, Row, Rows


class DirectivesTab(ListTab):
    """All directives, the newest first."""

    PLACES = ("list", "directives")
    record = "directive"

    def label(self) -> str:
        return pgettext("list", "Directives")

    def columns(self) -> Sequence[Column]:
        return (
            Column(_("number"), 11),
            Column(_("issued"), 8),
            Column(_("title"), None, minimum=20, weight=3),
            Column(_("brings"), 11, priority=-1),
            Column(_("from"), None, minimum=8, priority=-2),
            Column(_("acknowledged"), 12, "right"),
            Column(_("until"), 10, priority=-1),
        )

    def rows(self, reader: Reader, sought: str) -> Rows:
        self.lines = {line.id: line for line in reading.all_directives(reader, sought)}
        return ListRows([self._row(line) for line in self.lines.values()])

    def _row(self, line: DirectiveLine) -> Row:
        waiting = line.acknowledged < line.addressed and not line.withdrawn
        until = _("withdrawn") if line.withdrawn else short_day(line.expires_on) if line.expires_on else ""
        return Row(
            line.id,
            (
                Mark(number_label(line.number), "dim"),
                short_day(line.issued_on),
                line.title,
                Mark(line.kind.label, "dim"),
                Mark(line.source, "dim"),
                Mark(f"{line.acknowledged}/{line.addressed}", "alert" if waiting else "good"),
                Mark(until, "dim"),
            ),
            dim=bool(line.withdrawn),
        )

    def empty(self) -> tuple[str, str]:
        return _("No directive was issued yet."), _("n  issues the first")

    def title_of(self, key: Hashable) -> str:
        return next((number_label(line.number) for line in self.lines.values() if line.id == key), "")

    @property
    def line(self) -> DirectiveLine | None:
        """The directive under the cursor."""
        return self.lines.get(self.key) if self.key is not None else None

    def offers(self, action_id: str) -> bool:
        line = self.line
        if action_id in ("acknowledge", "withdraw"):
            return line is not None and not line.withdrawn
        if action_id == "edit":
            return line is not None and not line.withdrawn and not line.acknowledged
        return super().offers(action_id)

    def opened(self, key: Hashable) -> None:
        """Who has acknowledged it."""
        self.action_acknowledge()

    def action_new(self) -> None:
        """Issue one."""
        directive_form(self.host)

    def action_edit(self) -> None:
        """Other words, before anybody has acknowledged it."""
        if self.line is not None:
            directive_form(self.host, self.line)

    def action_acknowledge(self) -> None:
        """Who has acknowledged it, and put down more."""
        if self.line is not None:
            self.host.open_screen("readers", self.line.id)

    def action_withdraw(self) -> None:
        """Withdraw it, saying why."""
        line, desk = self.line, self.desk
        if line is None:
            return
        directive = line

        def check(reason: str) -> str:
            from teamops.services import directives

            directives.withdraw(desk, directive.id, reason, directive.version)
            return reason

        question = _("Withdraw {number}. Why?").format(number=number_label(directive.number))
        self.host.push_screen(AskText(question, check))
