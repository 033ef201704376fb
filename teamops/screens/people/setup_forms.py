"""The forms about what is set up: branch and team, the morning meeting, figures, who signs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from teamops.errors import AlreadyThere, FinerRecorded, MissingText, NumberOutOfRange, Refusals
from teamops.i18n import N_, _
from teamops.models.branch import BranchCard, SeriesView
from teamops.models.directory import Directory
from teamops.models.figures import FigureKind, FigureLine
from teamops.models.people import Region, SignatoryLine
from teamops.numbers import parse_number
from teamops.screens.forms import directory, open_form
from teamops.screens.host import Host
from teamops.screens.people.choices import flag, said_at
from teamops.widgets.fields import (
    YES,
    ChoiceField,
    Field,
    FlagField,
    NameField,
    NumberField,
    TextField,
    TimeField,
)

PAPER: Final = "minutes"
"""The paper whose signature lines are set up here."""
MOST_LINES: Final = 5
"""As many signature lines as there is room for at the foot of a page."""

BRANCH_FIELDS: tuple[Field, ...] = (
    TextField("branch", N_("Branch"), required=True, half=True),
    TextField("branch_en", N_("In English"), half=True),
    TextField("team", N_("Team"), required=True, half=True),
    TextField("team_en", N_("In English"), half=True),
    ChoiceField(
        "region", N_("Holidays of"), required=True, options=tuple((word.value, word.msgid) for word in Region)
    ),
    TextField("zone", N_("Time zone"), required=True),
)


def branch_form(host: Host, card: BranchCard) -> None:
    """The names of branch and team, whose holidays hold, and the time zone."""
    desk = host.desk

    def submit(raw: Mapping[str, str], today: date, people: Directory) -> bool:
        from teamops.models.inputs.base import read
        from teamops.models.inputs.branch import BranchIn
        from teamops.services import branch

        branch.change(desk, read(BranchIn, raw, today=today), card.version)
        return True

    initial = {
        "branch": card.branch,
        "branch_en": card.branch_en,
        "team": card.team,
        "team_en": card.team_en,
        "region": card.region.value,
        "zone": card.zone,
    }
    text = _("Another time zone holds from the next start of the program.")
    open_form(host, "branch", _("Branch and team"), BRANCH_FIELDS, submit, initial=initial, text=text)


SERIES_FIELDS: tuple[Field, ...] = (
    TimeField("starts_at", N_("Begins at"), required=True, half=True),
    TimeField("minutes_due", N_("Minutes due"), required=True, half=True),
    TextField("place", N_("Place")),
)


def series_form(host: Host, series: SeriesView) -> None:
    """When and where a kind of meeting usually is, and the minutes of its parts."""
    desk = host.desk

    def submit(raw: Mapping[str, str], today: date, people: Directory) -> bool:
        from teamops.models.inputs.base import read
        from teamops.models.inputs.branch import MOST_MINUTES, SeriesIn
        from teamops.services import branch

        planned = {}
        for section in series.minutes:
            with said_at(**{section.value: NumberOutOfRange}):
                planned[section] = int(parse_number(raw[section], decimals=0, maximum=Decimal(MOST_MINUTES)))
        typed = {field.name: raw[field.name] for field in SERIES_FIELDS}
        branch.change_series(
            desk, series.kind, read(SeriesIn, {**typed, "minutes": planned}, today=today), series.version
        )
        return True

    parts = [
        NumberField(section.value, section.msgid, required=True, half=True, unit=_("min"))
        for section in series.minutes
    ]
    initial = {
        "starts_at": f"{series.starts_at:%H:%M}",
        "minutes_due": f"{series.minutes_due:%H:%M}",
        "place": series.place,
        **{section.value: str(planned) for section, planned in series.minutes.items()},
    }
    open_form(host, "series", series.kind.label, (*SERIES_FIELDS, *parts), submit, initial=initial)


# --- figures


FIGURE_FIELDS: tuple[Field, ...] = (
    TextField("name", N_("Name"), required=True, limit=24),
    TextField("unit", N_("Unit"), limit=12, half=True),
    NumberField("decimals", N_("Decimals"), half=True, hint=N_("of an amount")),
    NumberField(
        "position", N_("Position"), half=True, minimum=Decimal(1), hint=N_("in the sheet of the day")
    ),
    FlagField("active", N_("Asked for"), half=True),
)

KIND_FIELD = ChoiceField(
    "kind", N_("Kind"), required=True,
    options=tuple((word.value, word.msgid) for word in FigureKind),
)  # fmt: skip


def figure_form(host: Host, figure: FigureLine | None, position: int) -> None:
    """A figure of the team's own, or how one is called, counted and placed."""
    desk = host.desk

    def submit(raw: Mapping[str, str], today: date, people: Directory) -> bool:
        from teamops.models.inputs.base import read
        from teamops.models.inputs.figures import FigureChange, FigureIn
        from teamops.services import figures

        typed = {**raw, "decimals": raw["decimals"] or "0", "active": raw["active"] == YES}
        with said_at(name=AlreadyThere, decimals=FinerRecorded):
            if figure is None:
                figures.define(desk, read(FigureIn, typed, today=today))
            else:
                figures.change(desk, figure.id, read(FigureChange, typed, today=today), figure.version)
        return True

    if figure is None:
        initial = {"kind": FigureKind.COUNT.value, "active": YES, "position": str(position)}
        open_form(host, "figure", _("New figure"), (KIND_FIELD, *FIGURE_FIELDS), submit, initial=initial)
        return
    initial = {
        "name": figure.name,
        "unit": figure.unit,
        "decimals": str(figure.decimals),
        "position": str(figure.position),
        "active": flag(figure.active),
    }
    title = _("Change {what}").format(what=figure.name)
    open_form(
        host,
        "figure",
        title,
        FIGURE_FIELDS,
        submit,
        subject=figure.id,
        initial=initial,
        subtitle=figure.kind.label,
    )


# --- who signs


def signatories_form(host: Host, lines: Sequence[SignatoryLine]) -> None:
    """The lines under the minutes, in their order; an empty title leaves a line out."""
    desk = host.desk
    count = max(MOST_LINES, len(lines))

    def submit(raw: Mapping[str, str], today: date, people: Directory) -> bool:
        from teamops.models.inputs.base import read
        from teamops.models.inputs.people import SignatoryIn
        from teamops.services import branch

        typed: list[SignatoryIn] = []
        refused: dict[str, str] = {}
        for n in range(1, count + 1):
            title, person = raw[f"title{n}"], raw[f"person{n}"]
            if title.strip() or person.strip():
                try:
                    typed.append(
                        read(SignatoryIn, {"title": title, "person_id": person}, today=today, people=people)
                    )
                except Refusals as refusals:
                    places = {"title": f"title{n}", "person_id": f"person{n}"}
                    refused |= {places[field]: said for field, said in refusals.by_field.items()}
        if not typed and not refused:
            raise MissingText().at("title1")
        if refused:
            raise Refusals(refused)
        branch.change_signatories(desk, PAPER, typed, lines)
        return True

    fields: list[Field] = []
    initial = {}
    found = directory(host)
    for n in range(1, count + 1):
        fields += [
            TextField(f"title{n}", N_("Signs as"), half=True),
            NameField(f"person{n}", N_("Signer"), half=True),
        ]
    for n, line in enumerate(lines, 1):
        initial[f"title{n}"] = line.label
        signer = next((person for person in found.people if person.id == line.person_id), None)
        initial[f"person{n}"] = Directory.label(signer) if signer is not None else ""
    text = _("Printed in this order; whoever usually signs there may be left open.")
    open_form(
        host, "signatories", _("Signature lines of the minutes"), fields, submit, initial=initial, text=text
    )
