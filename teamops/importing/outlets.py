"""The list of outlets: hours, contact, and who looks after the equipment."""

from __future__ import annotations

from typing import Final

from teamops.dates import parse_time
from teamops.errors import HoursReversed, MissingText
from teamops.i18n import _
from teamops.importing.columns import Sheet
from teamops.importing.plan import Cells, Planner, changes_between, header
from teamops.models.imports import Change, KnownOutlet, KnownPerson, OutletWrite, Plan, Roster, Verdict
from teamops.models.inputs.people import HoursIn, OutletIn, staff_number
from teamops.text import search_key

HEADERS: Final = (
    header("code", "網點編號|網點代碼|編號|网点编号|网点代码|编号|outlet code|outlet no|code", required=True),
    header("name", "網點|網點名稱|网点|网点名称|outlet|outlet name|name", required=True),
    header("name_en", "英文名稱|英文名称|english name|name (en)"),
    header("opens", "上班|上班時間|營業開始|上班时间|营业开始|opens|open|from"),
    header("closes", "下班|下班時間|營業結束|下班时间|营业结束|closes|close|to|until"),
    header(
        "contact",
        "網點聯繫人|網點聯絡人|聯繫人|聯絡人|网点联系人|网点联络人|联系人",
        "contact|outlet contact",
    ),
    header("custodian", "實物保管人|保管人|实物保管人|custodian|equipment custodian"),
)
"""The columns of a list of outlets, in three scripts."""


def plan(sheet: Sheet, roster: Roster) -> Plan[OutletWrite]:
    """What becomes of each line of a list of outlets.

    A custodian who is not there yet, or not posted to the outlet, is remembered until they are posted there.
    """
    planner: Planner[OutletWrite] = Planner(sheet.path.name)
    people = {person.number: person for person in roster.people}
    by_name: dict[str, list[KnownPerson]] = {}
    for person in roster.people:
        by_name.setdefault(search_key(person.name), []).append(person)
    taken: dict[str, str] = {search_key(outlet.name): outlet.code for outlet in roster.outlets}
    known = {outlet.code: outlet for outlet in roster.outlets}
    for line in sheet.lines:
        _plan_line(planner, Cells(sheet, line), known, people, by_name, taken)
    return planner.plan()


def _plan_line(
    planner: Planner[OutletWrite],
    cells: Cells,
    known: dict[str, KnownOutlet],
    people: dict[str, KnownPerson],
    by_name: dict[str, list[KnownPerson]],
    taken: dict[str, str],
) -> None:
    code = cells.of("code", staff_number) or ""
    outlet = known.get(code)
    name = cells.text("name")
    what = " ".join(filter(None, (code, name))) or _("line {line}").format(line=cells.number)
    inp = cells.read(
        OutletIn,
        {
            "code": code or "0",
            "name": name,
            "name_en": cells.text("name_en") or (outlet.name_en if outlet else ""),
            "contact": cells.text("contact") or (outlet.contact if outlet else ""),
        },
    )
    hours = _hours(cells, outlet)
    custodian = _custodian(cells, outlet, people, by_name)
    if code and planner.again(code, tuple(sorted(cells.raw.items())), cells.number, what):
        return
    if name and code and taken.setdefault(search_key(name), code) != code:
        cells.refuse("name", _("outlet {code} has this name").format(code=taken[search_key(name)]))
    if cells.wrong or inp is None:
        planner.say(cells.number, Verdict.REFUSED, what, cells.refusal)
        return
    write = OutletWrite(outlet, inp, hours, custodian)
    changes = _changes(outlet, write) if outlet is not None else ()
    note = cells.note
    if outlet is not None and not changes:
        planner.say(cells.number, Verdict.UNCHANGED, what, note)
        return
    verdict = Verdict.CHANGED if outlet is not None else Verdict.ADDED
    planner.say(cells.number, verdict, what, note, changes=changes, writes=(write,))


def _hours(cells: Cells, outlet: KnownOutlet | None) -> HoursIn | None:
    """The hours of a line where they are not those the outlet keeps already."""
    opens, closes = (
        cells.of(key, parse_time) if cells.has(key) else (getattr(outlet, key) if outlet else None)
        for key in ("opens", "closes")
    )
    if opens is None or closes is None:
        for key in ("opens", "closes"):
            if (cells.has("opens") or cells.has("closes")) and not cells.has(key):
                cells.refuse(key, str(MissingText()))
        return None
    if opens >= closes:
        cells.refuse("closes", str(HoursReversed()))
        return None
    if outlet is not None and (outlet.opens, outlet.closes) == (opens, closes):
        return None
    return HoursIn(opens=opens, closes=closes)


def _custodian(
    cells: Cells,
    outlet: KnownOutlet | None,
    people: dict[str, KnownPerson],
    by_name: dict[str, list[KnownPerson]],
) -> str | None:
    """The staff number of the custodian of a line, where that is not the one the outlet has already."""
    text = cells.text("custodian")
    if not text:
        return None
    named = by_name.get(search_key(text), [])
    number = named[0].number if len(named) == 1 else cells.of("custodian", staff_number)
    if number is None or (outlet is not None and number in (outlet.custodian, outlet.awaited)):
        return None
    person = people.get(number)
    if person is None:
        cells.notes.append(
            _("{number} is not known yet and becomes custodian when posted there").format(number=number)
        )
    elif outlet is None or person.outlet_id != outlet.id:
        cells.notes.append(
            _("{name} is not posted there yet and becomes custodian when they are").format(name=person.name)
        )
    return number


def _changes(outlet: KnownOutlet, write: OutletWrite) -> tuple[Change, ...]:
    inp, hours = write.inp, write.hours
    before = f"{outlet.opens:%H:%M}–{outlet.closes:%H:%M}" if outlet.opens and outlet.closes else ""
    return changes_between(
        {
            _("name"): (outlet.name, inp.name),
            _("English name"): (outlet.name_en, inp.name_en),
            _("contact"): (outlet.contact, inp.contact),
            _("hours"): (before, f"{hours.opens:%H:%M}–{hours.closes:%H:%M}" if hours else before),
            _("custodian"): (
                outlet.custodian or outlet.awaited,
                write.custodian or outlet.custodian or outlet.awaited,
            ),
        }
    )
