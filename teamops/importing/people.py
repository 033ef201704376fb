"""The roster: people with group, outlet and role."""

from __future__ import annotations

from datetime import date
from typing import Final

from teamops.errors import MissingText, UnknownWord
from teamops.i18n import _, full_day, listed, pgettext
from teamops.importing.columns import Sheet
from teamops.importing.plan import Cells, Planner, changes_between, header
from teamops.importing.who import sounds_like, whose
from teamops.models.imports import Change, KnownOutlet, KnownPerson, PersonWrite, Plan, Roster, Verdict
from teamops.models.inputs.people import PersonIn, staff_number
from teamops.models.people import PersonState, Role
from teamops.text import search_key

HEADERS: Final = (
    header(
        "number",
        "工號|員工編號|員工號|人員編號|工号|员工编号|员工号|人员编号",
        "staff number|employee number|employee id|number|no|no.",
        required=True,
    ),
    header("name", "姓名|員工姓名|员工姓名|名字|name|full name", required=True),
    header("name_en", "英文姓名|英文名|english name|name (en)|name en"),
    header("group", "小組|組別|所屬小組|小组|组别|所属小组|group"),
    header("outlet", "網點|駐點|駐點網點|所屬網點|网点|驻点|驻点网点|所属网点|outlet"),
    header("role", "崗位|職務|職位|岗位|职务|职位|role|position", required=True),
    header(
        "joined_on",
        "入職日期|入職時間|到職日期|入职日期|入职时间|到职日期",
        "joined on|joined|start date|hire date",
        required=True,
    ),
    header("born", "出生日期|出生年月日|生日|born|date of birth|birth date|birthday"),
    header(
        "phone",
        "聯繫電話|聯絡電話|電話|手機|手機號|手機號碼|行動電話",
        "联系电话|联络电话|电话|手机|手机号|手机号码",
        "phone|telephone|mobile",
    ),
)
"""The columns of a roster, in three scripts and as HR systems call them."""

ROLES: Final = {
    Role.BRANCH_MANAGER: "營業部經理|營業部負責人|营业部经理|营业部负责人|branch manager",
    Role.LEAD: "團隊負責人|團隊長|團隊經理|团队负责人|团队长|团队经理|team lead|team leader|lead",
    Role.GROUP_LEADER: "小組長|組長|小组长|组长|group leader",
    Role.CLIENT_MANAGER: "客戶經理|理財經理|客户经理|理财经理|client manager|customer manager",
    Role.ATTENDANCE_CLERK: "考勤員|考勤專員|考勤员|考勤专员|attendance clerk",
    Role.ASSET_CLERK: "實物管理員|資產管理員|实物管理员|资产管理员|asset clerk|equipment clerk",
    Role.RECORDS_OFFICER: "檔案員|檔案管理員|档案员|档案管理员|records officer",
    Role.AUDITOR: "稽核|稽核員|合規稽核|稽核员|合规稽核|auditor",
}
"""What each role is called in a roster, in three scripts."""

_ROLE_OF: Final = {
    search_key(name): role for role, names in ROLES.items() for name in (*names.split("|"), role.value)
}


_ANY_DAY: Final = date(2000, 1, 1)
"""Stands in for a joining day that was refused already, so that the rest of the line is still looked at."""


def role_of(text: str) -> Role | None:
    """The role a roster means; none where it is none of ours."""
    key = search_key(text)
    return _ROLE_OF.get(key) or next((role for role in Role if search_key(role.label) == key), None)


def plan(sheet: Sheet, roster: Roster) -> Plan[PersonWrite]:
    """What becomes of each line of a roster."""
    planner: Planner[PersonWrite] = Planner(sheet.path.name)
    outlets = {
        key: outlet for outlet in roster.outlets for key in (search_key(outlet.code), search_key(outlet.name))
    }
    known = {person.number: person for person in roster.people}
    groups = {search_key(name): name for name in roster.groups}
    for line in sheet.lines:
        _plan_line(planner, Cells(sheet, line), known, outlets, groups)
    return planner.plan()


def _plan_line(
    planner: Planner[PersonWrite],
    cells: Cells,
    known: dict[str, KnownPerson],
    outlets: dict[str, KnownOutlet],
    groups: dict[str, str],
) -> None:
    number = cells.of("number", staff_number) or ""
    person = known.get(number)
    name = cells.text("name")
    what = " ".join(filter(None, (number, name))) or _("line {line}").format(line=cells.number)
    outlet = _outlet(cells, outlets)
    role = _role(cells)
    typed_group = cells.text("group")
    group = groups.setdefault(search_key(typed_group), typed_group) if typed_group else ""
    joined_on = cells.day("joined_on")
    if not cells.has("joined_on"):
        cells.refuse("joined_on", str(MissingText()))
    inp = cells.read(
        PersonIn,
        {
            "number": number or "0",
            "name": name,
            "name_en": cells.text("name_en") or (person.name_en if person else ""),
            "born": cells.day("born", 1900) or (person.born if person else None),
            "joined_on": joined_on or (person.joined_on if person else _ANY_DAY),
            "phone": cells.raw.get("phone", "") or (person.phone if person else ""),
        }
        | ({"phone_class": person.phone_class} if person else {}),
    )
    if person is not None and person.state is PersonState.LEFT:
        cells.wrong.append(
            _("{name} has left; take the line out, or take the leaving back").format(name=person.name)
        )
    if person is not None and inp is not None and _is_somebody_else(person, inp):
        cells.refuse("number", whose(person))
    content = tuple(sorted(cells.raw.items()))
    if number and planner.again(number, content, cells.number, what):
        return
    if cells.wrong or inp is None or role is None:
        planner.say(cells.number, Verdict.REFUSED, what, cells.refusal)
        return
    write = _write(person, inp, role, group, outlet)
    verdict = Verdict.ADDED if person is None else Verdict.CHANGED
    if person is not None and not (write.fields or write.posting):
        planner.say(cells.number, Verdict.UNCHANGED, what, cells.note)
        return
    changes = _changes(person, write, outlets) if person is not None else ()
    planner.say(cells.number, verdict, what, cells.note, changes=changes, writes=(write,))


def _is_somebody_else(person: KnownPerson, inp: PersonIn) -> bool:
    """A name may change and a birthday be put right; where both differ the file means another person."""
    return person.born is not None and inp.born != person.born and not sounds_like(person, inp.name)


def _role(cells: Cells) -> Role | None:
    text = cells.text("role")
    role = role_of(text)
    if not text:
        cells.refuse("role", str(MissingText()))
    elif role is None:
        cells.refuse("role", str(UnknownWord(text, listed(known.label for known in Role))))
    return role


def _outlet(cells: Cells, outlets: dict[str, KnownOutlet]) -> KnownOutlet | None:
    text = cells.text("outlet")
    outlet = outlets.get(search_key(text))
    if text and outlet is None:
        cells.refuse("outlet", _("there is no outlet {name} (import the outlets first)").format(name=text))
    return outlet


def _write(
    person: KnownPerson | None, inp: PersonIn, role: Role, group: str, outlet: KnownOutlet | None
) -> PersonWrite:
    outlet_id = outlet.id if outlet else None
    if person is None:
        return PersonWrite(None, inp, role, group, outlet_id, fields=True, posting=True)
    fields = any(getattr(person, field) != value for field, value in inp.model_dump().items())
    posting = (
        person.role is not role
        or bool(group and group != person.group)
        or (outlet_id is not None and outlet_id != person.outlet_id)
    )
    return PersonWrite(person, inp, role, group, outlet_id, fields, posting)


def _changes(person: KnownPerson, write: PersonWrite, outlets: dict[str, KnownOutlet]) -> tuple[Change, ...]:
    names = {outlet.id: outlet.name for outlet in outlets.values()}
    inp = write.inp

    def shown(day: date | None) -> str:
        return full_day(day) if day else ""

    return changes_between(
        {
            pgettext("person", "name"): (person.name, inp.name),
            _("English name"): (person.name_en, inp.name_en),
            _("born"): (shown(person.born), shown(inp.born)),
            _("joined"): (shown(person.joined_on), shown(inp.joined_on)),
            _("telephone"): (person.phone, inp.phone),
            _("role"): (person.role.label if person.role else "", write.role.label),
            _("group"): (person.group, write.group or person.group),
            _("outlet"): (
                names.get(person.outlet_id or 0, ""),
                names.get(write.outlet_id or person.outlet_id or 0, ""),
            ),
        }
    )
