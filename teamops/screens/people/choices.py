"""Groups and outlets to choose from in a form, and below which field a refusal belongs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from teamops.errors import Refusal
from teamops.i18n import N_
from teamops.models.people import Role
from teamops.screens.host import Host
from teamops.services.reading import people
from teamops.widgets.fields import NO, YES, ChoiceField, Field, FlagField, Label

NONE = ("", N_("none"))


@dataclass(frozen=True, slots=True)
class AsItIs:
    """A label that is nobody's message: the name of a group or an outlet."""

    text: str

    def __call__(self) -> str:
        """The text."""
        return self.text


def where_fields(host: Host) -> tuple[Field, ...]:
    """What somebody is, in which group, at which outlet: the fields of a posting but its days."""
    with host.desk.books.reading() as reader:
        groups = people.groups(reader, host.desk.books.clock.today())
        outlets = people.outlets(reader, host.desk.books.clock.today())
    of_group: tuple[tuple[str, Label], ...] = tuple((str(line.id), AsItIs(line.name)) for line in groups)
    of_outlet: tuple[tuple[str, Label], ...] = tuple((str(line.id), AsItIs(line.name)) for line in outlets)
    return (
        ChoiceField(
            "role", N_("Role"), required=True, options=tuple((role.value, role.msgid) for role in Role)
        ),
        ChoiceField("group_id", N_("Group"), options=(NONE, *of_group)),
        ChoiceField("outlet_id", N_("Outlet"), options=(NONE, *of_outlet)),
        FlagField("custodian", N_("Custodian")),
    )


def where_typed(raw: Mapping[str, str]) -> dict[str, Any]:
    """What `where_fields` gave, as the input of a posting takes it."""
    return {
        "role": raw["role"],
        "group_id": raw["group_id"] or None,
        "outlet_id": raw["outlet_id"] or None,
        "custodian": raw["custodian"] == YES,
    }


def flag(value: object) -> str:
    """What a yes-or-no field holds."""
    return YES if value else NO


def day_text(day: date | None) -> str:
    """What a field for a day holds."""
    return day.isoformat() if day is not None else ""


@contextmanager
def said_at(**fields: type[Refusal] | tuple[type[Refusal], ...]) -> Iterator[None]:
    """Have refusals of these classes stand below these fields."""
    try:
        yield
    except Refusal as refusal:
        for field, kinds in fields.items():
            if refusal.field is None and isinstance(refusal, kinds):
                refusal.at(field)
        raise
