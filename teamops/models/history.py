"""The event log as it is read: who did what to which record, and what records and their fields are called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from teamops.i18n import N_, _


@dataclass(frozen=True, slots=True)
class Head:
    """The newest event: its number and the first twelve hex digits of its hash, as papers print it."""

    seq: int
    hash12: str

    def __str__(self) -> str:
        return f"{self.seq} · {self.hash12}"


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event: who (name and role as they were then), when, what (`action_label` says it in words), why.

    `changes` are (field, before, after) of the record asked about, in words; none where it was not written.
    """

    seq: int
    at: datetime
    actor: str
    role: str
    action: str
    reason: str
    changes: tuple[tuple[str, str, str], ...]


TABLES: Final = {
    "action_item": N_("action item"),
    "action_share": N_("sharing of an action item"),
    "agenda_item": N_("agenda item"),
    "branch": N_("branch"),
    "calendar_day": N_("calendar day"),
    "calendar_year": N_("calendar year"),
    "case_study": N_("case study"),
    "directive": N_("directive"),
    "directive_reader": N_("reader of a directive"),
    "figure": N_("figure"),
    "figure_value": N_("reported figure"),
    "meeting": N_("meeting"),
    "meeting_part": N_("part of a meeting"),
    "meeting_series": N_("meeting series"),
    "minutes": N_("minutes"),
    "minutes_signature": N_("signature under minutes"),
    "outcome": N_("note or decision"),
    "outlet": N_("outlet"),
    "outlet_hours": N_("hours of an outlet"),
    "person": N_("person"),
    "posting": N_("posting"),
    "roll_call": N_("roll call"),
    "roll_line": N_("line of a roll call"),
    "serial": N_("serial number"),
    "series_part": N_("part of a meeting series"),
    "signatory": N_("signature line"),
    "target": N_("target"),
    "team": N_("team"),
    "team_group": N_("group"),
}
"""What a record of each table is called."""


def table_label(table: str) -> str:
    """What a record of a table is called; an unknown table by its own name."""
    return _(TABLES[table]) if table in TABLES else table


FIELDS: Final = {
    "acknowledged_at": N_("acknowledged at"),
    "active": N_("in use"),
    "agenda_item_id": N_("agenda item"),
    "at": N_("at"),
    "author_id": N_("author"),
    "body": N_("text"),
    "born": N_("born"),
    "branch_id": N_("branch"),
    "by_id": N_("by"),
    "carried_from_id": N_("carried over from"),
    "case_id": N_("case study"),
    "changed_at": N_("changed at"),
    "closes": N_("closes"),
    "code": N_("code"),
    "confirmed": N_("confirmed"),
    "contact": N_("contact there"),
    "corrects_id": N_("corrects"),
    "custodian": N_("custodian"),
    "custodian_number": N_("custodian"),
    "day": N_("day"),
    "decimals": N_("decimals"),
    "digest": N_("digest"),
    "directive_id": N_("directive"),
    "discussed": N_("discussed"),
    "drawn_at": N_("drawn at"),
    "due": N_("due"),
    "elapsed": N_("time taken"),
    "ended_at": N_("ended at"),
    "ends_on": N_("until"),
    "expires_on": N_("expires on"),
    "figure_id": N_("figure"),
    "group_id": N_("group"),
    "host_id": N_("host"),
    "issued_on": N_("issued on"),
    "item_id": N_("action item"),
    "joined_on": N_("joined on"),
    "kind": N_("kind"),
    "left_on": N_("left on"),
    "lesson": N_("lesson"),
    "mark": N_("mark"),
    "market_open": N_("market open"),
    "meeting_id": N_("meeting"),
    "minutes": N_("minutes late"),
    "minutes_due": N_("minutes due by"),
    "minutes_id": N_("minutes"),
    "month": N_("month"),
    "n": N_("running number"),
    "name": N_("name"),
    "name_en": N_("name in English"),
    "number": N_("number"),
    "opened_on": N_("opened on"),
    "opens": N_("opens"),
    "outlet_id": N_("outlet"),
    "own_name": N_("own name"),
    "own_unit": N_("own unit"),
    "owner_id": N_("owner"),
    "paper": N_("paper"),
    "person_id": N_("person"),
    "phone": N_("phone"),
    "phone_class": N_("who may read the phone"),
    "pinyin": N_("pinyin"),
    "place": N_("place"),
    "planned": N_("minutes planned"),
    "planned_start": N_("planned start"),
    "position": N_("position"),
    "presenter_id": N_("presenter"),
    "priority": N_("priority"),
    "reason": N_("reason"),
    "recorded_by_id": N_("recorded by"),
    "recorder_id": N_("recorder"),
    "recurs": N_("every time"),
    "region": N_("region"),
    "removed": N_("taken off"),
    "role": N_("role"),
    "roll_id": N_("roll call"),
    "section": N_("part"),
    "series": N_("series"),
    "series_id": N_("meeting series"),
    "settled_on": N_("settled on"),
    "signed_as": N_("signed as"),
    "source": N_("source"),
    "started_at": N_("started at"),
    "starts_at": N_("starts at"),
    "starts_on": N_("begins"),
    "state": N_("state"),
    "story": N_("story"),
    "tags": N_("tags"),
    "taken_at": N_("taken at"),
    "taken_by_id": N_("taken by"),
    "team_id": N_("team"),
    "text": N_("text"),
    "title": N_("title"),
    "v": N_("version"),
    "valid_from": N_("valid from"),
    "value": N_("value"),
    "withdrawn": N_("why withdrawn"),
    "words": N_("words"),
    "year": N_("year"),
    "zone": N_("time zone"),
}
"""What a field is called, in whichever table it stands."""

PERSON_FIELDS: Final = {"name": N_("full name"), "number": N_("staff number")}
"""What fields are called that have a word of their own where they are a person's."""

UNSAID: Final = frozenset({"id", "version", "search", "initials", "minutes.body"})
"""Fields that say nothing to a reader."""


def field_label(column: str, table: str = "") -> str:
    """What a field of a table is called; an unknown one by its own name."""
    own = PERSON_FIELDS.get(column) if table == "person" else None
    return _(own or FIELDS[column]) if column in FIELDS else column


ACTIONS: Final = {
    "action_items.move": N_("took an action item further"),
    "action_items.open": N_("opened an action item"),
    "action_items.reword": N_("reworded an action item"),
    "agenda.add": N_("put an item on the agenda"),
    "agenda.add_case": N_("put a new case study on the agenda"),
    "agenda.add_directive": N_("put a new directive on the agenda"),
    "agenda.arrange": N_("arranged who holds the meeting, where and when"),
    "agenda.change": N_("changed an agenda item"),
    "agenda.plan": N_("planned minutes for a part"),
    "agenda.prepare": N_("prepared a meeting"),
    "agenda.ready": N_("said whether the meeting is prepared"),
    "agenda.remove": N_("took an item off the agenda"),
    "agenda.shift": N_("moved an agenda item"),
    "branch.change": N_("changed the branch"),
    "branch.found": N_("founded the books"),
    "branch.series": N_("changed when and how meetings are held"),
    "branch.signatories": N_("changed the signature lines"),
    "calendar.import": N_("imported a calendar"),
    "calendar.override": N_("overrode a calendar day"),
    "calendar.seed": N_("put years into the calendar"),
    "cases.add": N_("added a case study"),
    "cases.change": N_("changed a case study"),
    "directives.acknowledge": N_("recorded who acknowledged a directive"),
    "directives.change": N_("changed a directive"),
    "directives.issue": N_("issued a directive"),
    "directives.withdraw": N_("withdrew a directive"),
    "figures.change": N_("changed a figure"),
    "figures.define": N_("defined a figure"),
    "figures.import": N_("imported figures"),
    "figures.import_targets": N_("imported targets"),
    "figures.record": N_("recorded figures"),
    "figures.target": N_("set targets"),
    "groups.add": N_("added a group"),
    "groups.rename": N_("renamed a group"),
    "meetings.act": N_("opened an action item in the meeting"),
    "meetings.answer": N_("wrote down the answer to the shortfall"),
    "meetings.cancel": N_("cancelled the meeting"),
    "meetings.close": N_("closed the meeting"),
    "meetings.defer": N_("deferred an agenda item"),
    "meetings.put_down": N_("put down a note or decision"),
    "meetings.reopen": N_("took the meeting up again"),
    "meetings.reword": N_("reworded a note or decision"),
    "meetings.start": N_("started the meeting"),
    "minutes.correct": N_("corrected the minutes"),
    "minutes.redraw": N_("drew the minutes again"),
    "minutes.sign": N_("signed the minutes"),
    "outlets.add": N_("added an outlet"),
    "outlets.change": N_("changed an outlet"),
    "outlets.custody": N_("said who looks after the outlet's equipment"),
    "outlets.hours": N_("set the outlet's hours"),
    "outlets.import": N_("imported outlets"),
    "people.add": N_("took somebody on"),
    "people.amend": N_("put a posting right"),
    "people.change": N_("changed a person's particulars"),
    "people.end_posting": N_("ended a posting"),
    "people.import": N_("imported people"),
    "people.leaving": N_("noted that somebody is going to leave"),
    "people.left": N_("noted that somebody has left"),
    "people.post": N_("posted somebody"),
    "people.stays": N_("took back that somebody leaves"),
    "roll.call": N_("called the roll"),
}
"""What somebody did, by the name of the action; read after their name."""


def action_label(action: str) -> str:
    """What somebody did, in words; an unknown action by its own name."""
    return _(ACTIONS[action]) if action in ACTIONS else action
