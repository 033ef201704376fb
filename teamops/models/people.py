"""Branch, groups, outlets, people and postings: their words, and what is shown of them."""

from __future__ import annotations

from datetime import date, time
from typing import NamedTuple

from teamops.i18n import N_, _
from teamops.models.words import Word


class Region(Word):
    """Whose public holidays hold."""

    CN = "CN", N_("Mainland China")
    TW = "TW", N_("Taiwan")
    HK = "HK", N_("Hong Kong")
    NONE = "none", N_("no public holidays")


class BooksKind(Word):
    """What a database is for; it never changes after it was made."""

    REAL = "real", N_("real books")
    PRACTICE = "practice", N_("practice books")
    DEMO = "demo", N_("demo books")


class Role(Word):
    """What a person is posted as (model.md 2); rights hang on it."""

    BRANCH_MANAGER = "branch_manager", N_("branch manager")
    LEAD = "lead", N_("team lead")
    GROUP_LEADER = "group_leader", N_("group leader")
    CLIENT_MANAGER = "client_manager", N_("client manager")
    ATTENDANCE_CLERK = "attendance_clerk", N_("attendance clerk")
    ASSET_CLERK = "asset_clerk", N_("asset clerk")
    RECORDS_OFFICER = "records_officer", N_("records officer")
    AUDITOR = "auditor", N_("auditor")


TEAM_ROLES = (
    Role.LEAD,
    Role.GROUP_LEADER,
    Role.CLIENT_MANAGER,
    Role.ATTENDANCE_CLERK,
    Role.ASSET_CLERK,
)
"""Who belongs to the team and is due at its meetings; the branch's own officers are not."""

SELLING_ROLES = (Role.GROUP_LEADER, Role.CLIENT_MANAGER)
"""Whose figures are asked for each day."""


class PersonState(Word):
    """Where a person stands with the branch."""

    ACTIVE = "active", N_("active")
    LEAVING = "leaving", N_("leaving")
    LEFT = "left", N_("left")


class PhoneClass(Word):
    """Who may read a telephone number."""

    TEAM = "team", N_("the whole team")
    LEAD = "lead", N_("the lead and above")


class BranchView(NamedTuple):
    """The branch and its team, as headings name them."""

    branch: str
    team: str
    region: Region
    zone: str
    kind: BooksKind
    team_id: int
    version: int


class PersonLine(NamedTuple):
    """One person in a list, with the posting of one day (none where they had none)."""

    id: int
    number: str
    name: str
    name_en: str
    initials: str
    search: str
    state: PersonState
    joined_on: date
    left_on: date | None
    born: date | None
    role: Role | None
    group_id: int | None
    group: str
    outlet_id: int | None
    outlet: str
    custodian: bool

    @property
    def due_at_meetings(self) -> bool:
        """Whether the team's meetings expect them."""
        return self.role in TEAM_ROLES


class PostingLine(NamedTuple):
    """Where a person was, from a day to a day (inclusive; none: still)."""

    id: int
    person_id: int
    role: Role
    group_id: int | None
    group: str
    outlet_id: int | None
    outlet: str
    custodian: bool
    starts_on: date
    ends_on: date | None
    version: int


class PersonCard(NamedTuple):
    """Everything kept about a person, with all postings, newest first."""

    id: int
    number: str
    name: str
    name_en: str
    pinyin: str
    born: date | None
    joined_on: date
    left_on: date | None
    phone: str
    phone_class: PhoneClass
    state: PersonState
    version: int
    postings: tuple[PostingLine, ...]


class GroupLine(NamedTuple):
    """A group of the team."""

    id: int
    name: str
    name_en: str
    members: int
    leader: str
    version: int


class HoursLine(NamedTuple):
    """The hours an outlet keeps from a day on."""

    valid_from: date
    opens: time
    closes: time


class OutletLine(NamedTuple):
    """An outlet with the hours of one day and who looks after its equipment."""

    id: int
    code: str
    name: str
    name_en: str
    contact: str
    opens: time | None
    closes: time | None
    custodian: str
    people: int
    version: int


SIGNING_TITLES = {"host": N_("host"), "recorder": N_("recorder")}
"""Titles of signature lines that follow the language; a team may write its own."""


class SignatoryLine(NamedTuple):
    """One signature line under a kind of paper."""

    id: int
    paper: str
    position: int
    title: str
    person_id: int | None
    name: str
    version: int

    @property
    def label(self) -> str:
        """The title, in the language in force where it is one of ours."""
        return _(SIGNING_TITLES[self.title]) if self.title in SIGNING_TITLES else self.title


class Actor(NamedTuple):
    """Who acts: a person with the role of the day, or the program itself (`person_id` none)."""

    person_id: int | None
    number: str
    name: str
    role: Role | None


PROGRAM = Actor(None, "", "teamops", None)
