"""A person's card: everything kept about them, and where they were posted, the newest first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual.widget import Widget

from teamops.i18n import _, bracketed, full_day, pgettext, short_day
from teamops.models.people import PersonCard, PersonState, PostingLine
from teamops.screens.base import BaseScreen
from teamops.screens.people.person_forms import (
    amend_form,
    ask_staying,
    leaving_form,
    person_form,
    posting_form,
)
from teamops.services.desk import Reader
from teamops.services.reading import people
from teamops.text import cell_width
from teamops.widgets.panel import Line, Panel, Span
from teamops.widgets.table import Column, ListRows, Mark, Row, Table

_PAIRED = 70
"""From this width on two fields stand side by side."""


class Card(BaseScreen):
    """One person."""

    PLACES = ("record", "person")
    READS = frozenset(("people", "groups", "outlets"))
    CSS_PATH = "card.tcss"
    MASTHEAD: ClassVar[bool] = False

    def __init__(self, person_id: int) -> None:
        super().__init__()
        self.person_id = person_id
        self.card: PersonCard | None = None

    def body(self) -> Iterable[Widget]:
        yield Panel(id="card")
        yield Table(id="postings")

    def read(self, reader: Reader) -> PersonCard:
        return people.person_card(reader, self.person_id, self.desk.actor)

    def show(self, data: PersonCard) -> None:
        self.card = data
        panel = self.query_one("#card", Panel)
        panel.frame.title(f"{data.number} {data.name}", data.state.label)
        panel.show_lines(_lines(_fields(data), self.app.size.width))
        today = self.desk.books.clock.today()
        table = self.query_one("#postings", Table)
        table.show_columns(
            (
                Column("", 3),
                Column(pgettext("day", "from"), 10),
                Column(_("until"), 10),
                Column(_("role"), 16),
                Column(_("group"), None, minimum=6, priority=-1),
                Column(_("outlet"), None, minimum=16, weight=2),
                Column(_("custodian"), 9, priority=-2),
            )
        )
        table.empty_text, table.empty_hint = (
            _("Not posted anywhere yet."),
            _("p  gives them a role, group and outlet") if self.may("post") else "",
        )
        table.show_rows(ListRows([_row(posting, today) for posting in data.postings]))
        hint = _("enter puts one right") if self.may("amend_posting") else ""
        table.frame.title(_("Postings · {n}").format(n=len(data.postings)), hint)

    def resized(self) -> None:
        if self.card is not None:
            self.show(self.card)

    def begin(self) -> None:
        self.query_one("#postings", Table).focus()

    def offers(self, action_id: str) -> bool:
        card = self.card
        if card is None:
            return action_id in ("back", "leave")
        if action_id == "export":
            return False
        if action_id in ("post", "say_leaving"):
            return card.state is not PersonState.LEFT
        if action_id == "say_staying":
            return card.state is not PersonState.ACTIVE
        return action_id != "amend_posting" or bool(card.postings)

    def on_table_opened(self, event: Table.Opened) -> None:
        """Enter puts a posting right."""
        event.stop()
        if self.offers("amend_posting") and not self.declines("amend_posting"):
            self.action_amend_posting()

    # --- actions

    def action_edit(self) -> None:
        """Who they are."""
        if self.card is not None:
            person_form(self.host, self.card)

    def action_post(self) -> None:
        """Another role, group or outlet."""
        if self.card is not None:
            posting_form(self.host, self.card)

    def action_amend_posting(self) -> None:
        """The posting under the cursor, put right or ended."""
        key = self.query_one("#postings", Table).cursor_key
        if self.card is not None:
            for posting in self.card.postings:
                if posting.id == key:
                    amend_form(self.host, self.card, posting)

    def action_say_leaving(self) -> None:
        """Going to leave, or left."""
        if self.card is not None:
            leaving_form(self.host, self.card)

    def action_say_staying(self) -> None:
        """Stays after all."""
        if self.card is not None:
            ask_staying(self.host, self.card)

    def action_history(self) -> None:
        """Who did what to this person's record."""
        if self.card is not None:
            self.host.open_screen("history", f"{self.card.number} {self.card.name}", "person", self.person_id)


def _fields(card: PersonCard) -> list[tuple[str, str]]:
    phone = bracketed(card.phone, card.phone_class.label) if card.phone else ""
    return [
        (_("In English"), card.name_en),
        (_("Pinyin"), card.pinyin),
        (_("Joined"), full_day(card.joined_on)),
        (_("Last day"), full_day(card.left_on) if card.left_on else ""),
        (_("Born"), short_day(card.born) if card.born else ""),
        (_("Phone"), phone),
    ]


def _lines(fields: list[tuple[str, str]], width: int) -> list[Line]:
    labels = max(cell_width(label) for label, _value in fields) + 2
    paired = width >= _PAIRED
    left = min(max(cell_width(value) for _label, value in fields[::2]) + 2, (width - 4) // 2 - labels)
    lines = []
    for start in range(0, len(fields), 2 if paired else 1):
        spans: list[Span | str] = []
        for place, (label, value) in enumerate(fields[start : start + (2 if paired else 1)]):
            room = max(16, left) if paired and place == 0 else None
            spans += [Span(label, "dim", labels), Span(value or "–", "plain" if value else "dim", room)]
        lines.append(Line(spans))
    return lines


def _row(posting: PostingLine, today: date) -> Row:
    now = posting.starts_on <= today and (posting.ends_on is None or posting.ends_on >= today)
    return Row(
        posting.id,
        (
            Mark(_("now") if now else "", "accent"),
            posting.starts_on.isoformat(),
            posting.ends_on.isoformat() if posting.ends_on else "–",
            posting.role.label,
            posting.group,
            posting.outlet,
            _("yes") if posting.custodian else "",
        ),
        dim=posting.ends_on is not None and posting.ends_on < today,
    )
