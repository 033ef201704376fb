"""The forms of the meetings section: what is typed, and which service takes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from teamops.i18n import N_, _, listed
from teamops.models.action_items import ActionLine, Priority
from teamops.models.directives import CaseLine, DirectiveKind, DirectiveLine
from teamops.models.directory import Directory
from teamops.models.meetings import SECTION_KINDS, AgendaItemLine, ItemKind, MeetingView, Section
from teamops.models.words import number_label
from teamops.screens.forms import directory, open_form
from teamops.screens.host import Host
from teamops.widgets.fields import (
    YES,
    BodyField,
    ChoiceField,
    DateField,
    Field,
    FlagField,
    NameField,
    NamesField,
    TextField,
    TimeField,
)

ACTION_FIELDS = (
    TextField("text", N_("What"), required=True),
    NameField("owner_id", N_("Who"), required=True, half=True),
    DateField("due", N_("Due"), hint=N_("fri, +3, 11-28, 下週五"), half=True, prefer="future"),
    NamesField("co_owner_ids", N_("With")),
    ChoiceField("priority", N_("Priority"), options=tuple((word.value, word.msgid) for word in Priority)),
)

DIRECTIVE_FIELDS = (
    TextField("title", N_("Title"), required=True),
    ChoiceField("kind", N_("Brings"), options=tuple((word.value, word.msgid) for word in DirectiveKind)),
    TextField("source", N_("Source"), hint=N_("which department, which document"), half=True),
    DateField("expires_on", N_("In force until"), half=True, prefer="future"),
    BodyField("body", N_("Text"), rows=4),
    NamesField("addressee_ids", N_("For"), hint=N_("empty: everybody in the team")),
)

CASE_FIELDS = (
    TextField("title", N_("Title"), required=True),
    BodyField("story", N_("What happened"), rows=4),
    BodyField("lesson", N_("Lesson"), rows=3),
    NameField("author_id", N_("Whose"), half=True),
    TextField("tags", N_("Tags"), half=True),
)

ARRANGE_FIELDS = (
    NameField("host_id", N_("Host"), required=True, half=True),
    NameField("recorder_id", N_("Recorder"), required=True, half=True),
    TextField("place", N_("Place")),
    TimeField("planned_start", N_("Begins at"), required=True, half=True),
    TimeField("minutes_due", N_("Minutes due"), required=True, half=True),
)

CORRECTION_FIELDS = (
    BodyField("text", N_("What is right"), required=True, rows=4),
    TextField("reason", N_("Why"), required=True, hint=N_("printed with the correction")),
    ChoiceField("section", N_("Part"), options=tuple((word.value, word.msgid) for word in Section)),
)


def name_of(found: Directory, person_id: int | None) -> str:
    """How a person stands in a field; empty for nobody, or for one who is not here any more."""
    if person_id is None:
        return ""
    return next((Directory.label(person) for person in found.people if person.id == person_id), "")


def _same(typed: str, before: str, person_id: int | None) -> str | int:
    """Who is meant: the one who was, where nothing else was typed, for they may not be here any more."""
    return person_id if person_id is not None and typed == before else typed


# --- action items


def action_form(host: Host, item: ActionLine | None = None, co_owners: tuple[int, ...] = ()) -> None:
    """A new action item, or the new wording of one."""
    found = directory(host)
    initial = {"owner_id": name_of(found, host.desk.actor.person_id), "priority": Priority.NORMAL.value}
    if item is not None:
        initial = {
            "text": item.text,
            "owner_id": name_of(found, item.owner_id),
            "due": item.due.isoformat() if item.due else "",
            "co_owner_ids": listed(name_of(found, person) for person in co_owners),
            "priority": item.priority.value,
        }
    desk = host.desk

    def submit(raw: Mapping[str, str], today: date, people: Directory) -> bool:
        from teamops.models.inputs.action_items import ActionIn
        from teamops.models.inputs.base import read
        from teamops.services import action_items

        inp = read(ActionIn, raw, today=today, people=people)
        if item is None:
            action_items.open_item(desk, inp)
        else:
            action_items.reword(desk, item.id, inp, item.version)
        return True

    title = (
        _("New action item") if item is None else _("Change {what}").format(what=number_label(item.number))
    )
    open_form(
        host, "action item", title, ACTION_FIELDS, submit, subject=item.id if item else "", initial=initial
    )


# --- directives and cases


def directive_form(host: Host, line: DirectiveLine | None = None, *, meeting_id: int | None = None) -> None:
    """A directive to issue (onto an agenda, with `meeting_id`), or its new wording."""
    initial = {"kind": DirectiveKind.NOTICE.value}
    fields: tuple[Field, ...] = DIRECTIVE_FIELDS
    if line is not None:
        initial = {
            "title": line.title,
            "kind": line.kind.value,
            "source": line.source,
            "expires_on": line.expires_on.isoformat() if line.expires_on else "",
            "body": line.body,
        }
    desk = host.desk

    def submit(raw: Mapping[str, str], today: date, people: Directory) -> bool:
        from teamops.models.inputs.base import read
        from teamops.models.inputs.directives import DirectiveIn
        from teamops.services import agenda, directives

        inp = read(DirectiveIn, raw, today=today, people=people)
        if line is not None:
            directives.change(desk, line.id, inp, line.version)
        elif meeting_id is not None:
            agenda.add_directive(desk, meeting_id, inp)
        else:
            directives.issue(desk, inp)
        return True

    title = (
        _("Issue a directive") if line is None else _("Change {what}").format(what=number_label(line.number))
    )
    open_form(host, "directive", title, fields, submit, subject=line.id if line else "", initial=initial)


def case_form(host: Host, line: CaseLine | None = None, *, meeting_id: int | None = None) -> None:
    """A case study for the library (and onto an agenda, with `meeting_id`), or its new wording."""
    found = directory(host)
    initial: dict[str, str] = {}
    if line is not None:
        initial = {
            "title": line.title,
            "story": line.story,
            "lesson": line.lesson,
            "tags": line.tags,
            "author_id": name_of(found, line.author_id) or line.author,
        }
    desk = host.desk

    def submit(raw: Mapping[str, str], today: date, people: Directory) -> bool:
        from teamops.models.inputs.base import read
        from teamops.models.inputs.cases import CaseIn
        from teamops.services import agenda, cases

        author = line.author_id if line is not None else None
        typed = {**raw, "author_id": _same(raw["author_id"], initial.get("author_id", ""), author)}
        inp = read(CaseIn, typed, today=today, people=people)
        if line is not None:
            cases.change(desk, line.id, inp, line.version)
        elif meeting_id is not None:
            agenda.add_case(desk, meeting_id, inp)
        else:
            cases.add(desk, inp)
        return True

    title = _("New case study") if line is None else _("Change the case study")
    open_form(host, "case", title, CASE_FIELDS, submit, subject=line.id if line else "", initial=initial)


# --- agenda


def item_form(
    host: Host,
    meeting_id: int,
    section: Section,
    item: AgendaItemLine | None = None,
    kind: ItemKind | None = None,
) -> None:
    """Something to be said in a part."""
    kinds: list[ItemKind] = [
        word
        for word in SECTION_KINDS[section]
        if word not in (ItemKind.DIRECTIVE, ItemKind.CASE, ItemKind.BIRTHDAY)
    ]
    if item is not None and item.kind not in kinds:
        kinds.append(item.kind)
    looks_back = item is not None and item.kind is ItemKind.REVIEW
    fields = (
        TextField("title", N_("In a few words"), hint=N_("what the projector shows large")),
        BodyField("body", N_("What came of it") if looks_back else N_("More"), rows=4),
        ChoiceField("kind", N_("Kind"), options=tuple((word.value, word.msgid) for word in kinds)),
        NameField("presenter_id", N_("Who speaks"), half=True),
        FlagField("recurs", N_("Every day"), half=True),
    )
    found = directory(host)
    initial = {"kind": (kind or kinds[0]).value}
    if item is not None:
        initial = {
            "kind": item.kind.value,
            "title": item.title,
            "body": item.body,
            "presenter_id": name_of(found, item.presenter_id) or item.presenter,
            "recurs": YES if item.recurs else "no",
        }
    desk = host.desk

    def submit(raw: Mapping[str, str], today: date, people: Directory) -> bool:
        from teamops.models.inputs.base import read
        from teamops.models.inputs.meetings import AgendaItemIn
        from teamops.services import agenda

        presenter = item.presenter_id if item is not None else None
        typed = {
            **raw,
            "section": section,
            "recurs": raw.get("recurs") == YES,
            "presenter_id": _same(raw["presenter_id"], initial.get("presenter_id", ""), presenter),
        }
        inp = read(AgendaItemIn, typed, today=today, people=people)
        if item is None:
            agenda.add(desk, meeting_id, inp)
        else:
            agenda.change(desk, item.id, inp, item.version)
        return True

    title = _("what came of it?") if looks_back else _("new item") if item is None else _("change item")
    title = f"{section.label} · {title}"
    subject = f"{meeting_id}/{section.value}" if item is None else item.id
    open_form(host, f"agenda item {section.value}", title, fields, submit, subject=subject, initial=initial)


def arrange_form(host: Host, meeting: MeetingView) -> None:
    """Who hosts and records a meeting, where, and when it begins."""
    found = directory(host)
    initial = {
        "host_id": name_of(found, meeting.host_id),
        "recorder_id": name_of(found, meeting.recorder_id),
        "place": meeting.place,
        "planned_start": f"{meeting.planned_start:%H:%M}",
        "minutes_due": f"{meeting.minutes_due:%H:%M}",
    }
    desk = host.desk

    def submit(raw: Mapping[str, str], today: date, people: Directory) -> bool:
        from teamops.models.inputs.base import read
        from teamops.models.inputs.meetings import MeetingIn
        from teamops.services import agenda

        agenda.arrange(desk, meeting.id, read(MeetingIn, raw, today=today, people=people), meeting.version)
        return True

    open_form(
        host,
        "arrange",
        _("Host, place and time"),
        ARRANGE_FIELDS,
        submit,
        subject=meeting.id,
        initial=initial,
    )


# --- minutes


def correction_form(host: Host, meeting_id: int, then: Callable[[int], None]) -> None:
    """A numbered correction of signed minutes."""
    desk = host.desk

    def submit(raw: Mapping[str, str], today: date, people: Directory) -> int:
        from teamops.models.inputs.base import read
        from teamops.models.inputs.meetings import CorrectionIn
        from teamops.services import minutes

        typed = {**raw, "section": raw.get("section") or None}
        return minutes.correct(desk, meeting_id, read(CorrectionIn, typed, today=today, people=people))

    open_form(
        host, "correction", _("Correct the minutes"), CORRECTION_FIELDS, submit, subject=meeting_id, then=then
    )
