"""What is set up: branch and team, the morning meeting, targets, who signs, and the figures asked for."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from teamops.actions.catalogue import Action
from teamops.i18n import _, month_year, ngettext
from teamops.models.branch import BranchCard, SeriesView
from teamops.models.figures import FigureKind, FigureLine
from teamops.models.people import SignatoryLine
from teamops.screens.lists import ListScreen
from teamops.screens.people.setup_forms import PAPER, branch_form, figure_form, series_form, signatories_form
from teamops.screens.people.tab import Aside, Tab
from teamops.services.desk import Reader
from teamops.services.reading import branch, figures, people
from teamops.text import wrap
from teamops.widgets.panel import Line, Span
from teamops.widgets.table import Column, ListRows, Mark, Row, Rows

_FIGURE = "figure"
_NEEDS = {
    "branch": "branch.change",
    "series": "branch.series",
    "targets": "figures.target",
    "signatories": "branch.signatories",
    _FIGURE: "figures.change",
}


class Item(NamedTuple):
    """One thing that is set up: what it is, how it is now, what opens it, and where its history is."""

    what: str
    now: str
    about: str
    open: Callable[[], object]
    record: tuple[str, int] | None = None
    dim: bool = False


class SetupTab(Tab):
    """Everything that is set up, a line each; each opens its form."""

    PLACES = ("list", "setup")

    def __init__(self, screen: ListScreen) -> None:
        super().__init__(screen)
        self.items: dict[Hashable, Item] = {}
        self.count = 0

    def label(self) -> str:
        return _("Set-up")

    def columns(self) -> Sequence[Column]:
        return (Column(_("what"), None, minimum=18), Column(_("as it is now"), None, minimum=24, weight=3))

    def rows(self, reader: Reader, sought: str) -> Rows:
        lines = figures.figures(reader, active_only=False)
        self.count = len(lines)
        self.items = {
            "branch": self._branch(branch.card(reader)),
            "series": self._series(branch.series(reader)),
            "targets": self._targets(reader),
            "signatories": self._signatories(people.signatories(reader, PAPER)),
            **{(_FIGURE, line.id): self._figure(line) for line in lines},
        }
        return ListRows(
            [Row(key, (item.what, Mark(item.now, "dim")), dim=item.dim) for key, item in self.items.items()]
        )

    def _branch(self, card: BranchCard) -> Item:
        return Item(
            _("Branch and team"),
            f"{card.branch} · {card.team} · {card.region.label} · {card.zone}",
            _("Printed on every paper. These are {kind}.").format(kind=card.kind.label),
            lambda: branch_form(self.host, card),
            ("branch", 1),
        )

    def _series(self, series: SeriesView) -> Item:
        minutes = _("{n} min").format(n=sum(series.minutes.values()))
        parts = (f"{series.starts_at:%H:%M}", minutes, series.place, _("minutes due {time}").format(
            time=f"{series.minutes_due:%H:%M}"))  # fmt: skip
        planned = " · ".join(f"{section.label} {n}" for section, n in series.minutes.items())
        return Item(
            series.kind.label,
            " · ".join(filter(None, parts)),
            planned,
            lambda: series_form(self.host, series),
            ("meeting_series", series.id),
        )

    def _targets(self, reader: Reader) -> Item:
        month = self.desk.books.clock.today().replace(day=1)
        kept = figures.targets(reader, month)
        said = (
            ngettext("{n} target", "{n} targets", len(kept)).format(n=len(kept))
            if kept
            else _("none set yet")
        )
        return Item(
            _("Targets of {month}").format(month=month_year(month)),
            said,
            _("What each member is to reach in a month; “teamops import targets FILE” brings them too."),
            lambda: self.host.open_screen("targets", month),
        )

    def _signatories(self, lines: Sequence[SignatoryLine]) -> Item:
        said = " · ".join(f"{line.label} {line.name}".strip() for line in lines)
        return Item(
            _("Who signs the minutes"),
            said or _("nobody"),
            _("The lines at the foot of the minutes, in their order."),
            lambda: signatories_form(self.host, lines),
        )

    def _figure(self, line: FigureLine) -> Item:
        parts = [line.kind.label, line.unit]
        if line.kind is FigureKind.AMOUNT:
            parts.append(ngettext("{n} decimal", "{n} decimals", line.decimals).format(n=line.decimals))
        if not line.active:
            parts.append(_("no longer asked for"))
        return Item(
            _("Figure {n}: {name}").format(n=line.position, name=line.name),
            " · ".join(filter(None, parts)),
            _("Asked of every selling member each day.")
            if line.active
            else _("What was recorded of it stays."),
            lambda: figure_form(self.host, line, line.position),
            (_FIGURE, line.id),
            not line.active,
        )

    @property
    def item(self) -> Item | None:
        """What is under the cursor."""
        return self.items.get(self.screen.table.cursor_key)

    def offers(self, action_id: str) -> bool:
        if action_id == "edit":
            return self.item is not None
        if action_id == "history":
            return self.item is not None and self.item.record is not None
        return action_id != "find" and super().offers(action_id)

    def needs(self, action: Action) -> str:
        key = self.screen.table.cursor_key
        if action.id == "edit" and key is not None:
            return _NEEDS[_FIGURE if isinstance(key, tuple) else str(key)]
        return super().needs(action)

    def aside(self) -> Aside | None:
        """What it is for."""
        if self.item is None:
            return None
        width = max(20, self.host.size.width - 6)
        now = [Line([Span(text)]) for text in wrap(self.item.now, width)]
        about = [Line([Span(text, "dim")]) for text in wrap(self.item.about, width)]
        return Aside(self.item.what, "", now + about)

    def action_new(self) -> None:
        """A figure of the team's own."""
        figure_form(self.host, None, self.count + 1)

    def action_edit(self) -> None:
        """The form of what is under the cursor."""
        if self.item is not None:
            self.item.open()

    def action_history(self) -> None:
        """Who did what to it."""
        if self.item is not None and self.item.record is not None:
            self.host.open_screen("history", self.item.what, *self.item.record)
