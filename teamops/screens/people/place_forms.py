"""The forms about groups, outlets and days of the calendar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from teamops.dates import parse_date
from teamops.errors import (
    AlreadyThere,
    AmbiguousPerson,
    CustodianThere,
    HoursReversed,
    NotPostedThere,
    UnknownPerson,
)
from teamops.i18n import N_, _, full_day
from teamops.models.calendar import CalendarDayView, DayKind
from teamops.models.directory import Directory
from teamops.models.people import GroupLine, HoursLine, OutletLine
from teamops.screens.forms import open_form
from teamops.screens.host import Host
from teamops.screens.people.choices import flag, said_at
from teamops.widgets.fields import (
    YES,
    ChoiceField,
    DateField,
    Field,
    FlagField,
    NameField,
    TextField,
    TimeField,
)

Then = Callable[[int], None]

GROUP_FIELDS: tuple[Field, ...] = (
    TextField("name", N_("Name"), required=True),
    TextField("name_en", N_("In English")),
)


def group_form(host: Host, line: GroupLine | None, then: Then | None = None) -> None:
    """A new group, or another name for one; `then` gets its key."""
    desk = host.desk

    def submit(raw: Mapping[str, str], today: date, people: Directory) -> int:
        from teamops.models.inputs.base import read
        from teamops.models.inputs.people import GroupIn
        from teamops.services import groups

        inp = read(GroupIn, raw, today=today)
        with said_at(name=AlreadyThere):
            if line is None:
                return groups.add(desk, inp)
            groups.rename(desk, line.id, inp, line.version)
            return line.id

    title = _("New group") if line is None else _("Rename {what}").format(what=line.name)
    initial = {"name": line.name, "name_en": line.name_en} if line is not None else {}
    open_form(
        host,
        "group",
        title,
        GROUP_FIELDS,
        submit,
        subject=line.id if line else "",
        initial=initial,
        then=then,
    )


# --- outlets


OUTLET_FIELDS: tuple[Field, ...] = (
    TextField("code", N_("Code"), required=True, half=True),
    TextField("contact", N_("Contact there"), half=True),
    TextField("name", N_("Name"), required=True),
    TextField("name_en", N_("In English")),
)

HOURS_FIELDS: tuple[Field, ...] = (
    TimeField("opens", N_("Opens"), required=True, half=True),
    TimeField("closes", N_("Closes"), required=True, half=True),
)

CUSTODY_FIELDS: tuple[Field, ...] = (
    NameField("person_id", N_("Custodian"), hint=N_("somebody posted there; empty: nobody")),
    DateField("day", N_("From"), required=True, prefer="future"),
)


def hours_text(line: OutletLine | HoursLine) -> str:
    """08:30–17:00, or nothing where none are known."""
    return f"{line.opens:%H:%M}–{line.closes:%H:%M}" if line.opens and line.closes else ""


def outlet_form(host: Host, line: OutletLine | None, then: Then | None = None) -> None:
    """A new outlet with its hours, or what one is called and who the contact is; `then` gets its key."""
    desk = host.desk

    def submit(raw: Mapping[str, str], today: date, people: Directory) -> int:
        from teamops.models.inputs.base import read
        from teamops.models.inputs.people import HoursIn, OutletIn
        from teamops.services import outlets

        inp = read(OutletIn, {field.name: raw[field.name] for field in OUTLET_FIELDS}, today=today)
        with said_at(code=AlreadyThere, closes=HoursReversed):
            if line is None:
                hours = read(HoursIn, {field.name: raw[field.name] for field in HOURS_FIELDS}, today=today)
                return outlets.add(desk, inp, hours)
            outlets.change(desk, line.id, inp, line.version)
            return line.id

    title = _("New outlet") if line is None else _("Change {what}").format(what=f"{line.code} {line.name}")
    initial = {}
    fields = (*OUTLET_FIELDS, *HOURS_FIELDS)
    if line is not None:
        fields = OUTLET_FIELDS
        initial = {"code": line.code, "contact": line.contact, "name": line.name, "name_en": line.name_en}
    subject = line.id if line is not None else ""
    open_form(host, "outlet", title, fields, submit, subject=subject, initial=initial, then=then)


def hours_form(host: Host, line: OutletLine) -> None:
    """Which hours an outlet keeps from a day on."""
    desk = host.desk

    def submit(raw: Mapping[str, str], today: date, people: Directory) -> bool:
        from teamops.models.inputs.base import read
        from teamops.models.inputs.people import HoursIn
        from teamops.services import outlets

        with said_at(closes=HoursReversed):
            outlets.hours(desk, line.id, read(HoursIn, raw, today=today))
        return True

    fields = (DateField("valid_from", N_("From"), required=True, prefer="future"), *HOURS_FIELDS)
    initial = {"valid_from": desk.books.clock.today().isoformat()}
    if line.opens is not None and line.closes is not None:
        initial |= {"opens": f"{line.opens:%H:%M}", "closes": f"{line.closes:%H:%M}"}
    title = _("Hours of {what}").format(what=f"{line.code} {line.name}")
    open_form(host, "outlet hours", title, fields, submit, subject=line.id, initial=initial)


def custody_form(host: Host, line: OutletLine) -> None:
    """Who looks after an outlet's equipment from a day on."""
    desk = host.desk

    def submit(raw: Mapping[str, str], today: date, people: Directory) -> bool:
        from teamops.services import outlets

        with said_at(person_id=(UnknownPerson, AmbiguousPerson, NotPostedThere, CustodianThere)):
            person_id = people.sure(raw["person_id"]).id if raw["person_id"].strip() else None
            outlets.custody(desk, line.id, person_id, parse_date(raw["day"], today, prefer="future"))
        return True

    title = _("Custodian of {what}").format(what=f"{line.code} {line.name}")
    text = _("Now: {name}.").format(name=line.custodian or _("nobody"))
    initial = {"day": desk.books.clock.today().isoformat()}
    open_form(host, "custody", title, CUSTODY_FIELDS, submit, subject=line.id, initial=initial, text=text)


# --- the calendar


DAY_FIELDS: tuple[Field, ...] = (
    ChoiceField(
        "kind", N_("It is a"), required=True, options=tuple((word.value, word.msgid) for word in DayKind)
    ),
    TextField("name", N_("Holiday"), hint=N_("what the day off, or the day worked for it, is called")),
    FlagField("market_open", N_("Market open")),
    TextField("reason", N_("Why"), required=True, hint=N_("kept and shown with the day")),
)


def day_form(host: Host, view: CalendarDayView) -> None:
    """What a day is, against the calendar."""
    desk = host.desk

    def submit(raw: Mapping[str, str], today: date, people: Directory) -> bool:
        from teamops.models.inputs.base import read
        from teamops.models.inputs.calendar import OverrideIn
        from teamops.services import calendar

        typed = {**raw, "day": view.day, "market_open": raw["market_open"] == YES}
        calendar.override(desk, read(OverrideIn, typed, today=today), view.version or None)
        return True

    initial = {
        "kind": view.kind.value,
        "name": view.name,
        "market_open": flag(view.market_open),
        "reason": view.reason,
    }
    open_form(host, "calendar day", full_day(view.day), DAY_FIELDS, submit, subject=view.day, initial=initial)
