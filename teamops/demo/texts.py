"""What the demo's people say: the shape of a language's texts, each written by hand for its own readers.

Templates name what differs between two uses of them: see `sayings.Words` for the names there are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from teamops.models.directives import DirectiveKind
from teamops.models.meetings import Section
from teamops.models.people import Region

Pool = tuple[str, ...]
"""Ways to say a thing; none is taken again before all were."""

Pairs = tuple[tuple[str, str], ...]
"""Ways to say two things that belong together: a headline and its meaning, a question and what to do."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet: its name, its English one, and the contact there."""

    name: str
    name_en: str
    contact: str


@dataclass(frozen=True, slots=True)
class Names:
    """What branch, groups, outlets and people are called, where there is an English name with that.

    `full` and `latin` put a person's name together from a surname and a given one.
    """

    region: Region
    zone: str
    branch: str
    branch_en: str
    team: str
    team_en: str
    place: str
    groups: tuple[tuple[str, str], ...]
    outlets: tuple[Outlet, ...]
    surnames: tuple[tuple[str, str], ...]
    given: tuple[tuple[str, str], ...]
    full: str
    latin: str
    phone: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The things that templates speak of."""

    sectors: Pool
    products: Pool
    clients: Pool
    firms: Pool
    stops: Pool
    up: str
    down: str
    level: str


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive of head office; it holds `days` (0: until withdrawn) and may ask somebody for an `action`."""

    kind: DirectiveKind
    title: str
    body: str
    source: str
    days: int = 0
    action: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A case study of the library."""

    title: str
    story: str
    lesson: str
    tags: str


@dataclass(frozen=True, slots=True)
class MarketTalk:
    """What is said of the market: notes, judgements of the trend, and what came of them."""

    notes: Pairs
    rising: Pool
    quiet: Pool
    falling: Pool
    held: Pool
    partly: Pool
    missed: Pool
    closed: Pool


@dataclass(frozen=True, slots=True)
class Talk:
    """What is said in meetings and written down of them."""

    experiences: Pairs
    topics: Pairs
    accounts_behind: Pool
    assets_behind: Pool
    notes: Mapping[Section, Pool]
    decisions: Mapping[Section, Pool]
    actions: Mapping[Section, Pool]


@dataclass(frozen=True, slots=True)
class Remarks:
    """What is said of people and by them: praise, clients' questions, excuses, why things are given up."""

    accounts_praise: Pool
    assets_praise: Pool
    praise: Pool
    turns: Pool
    welcome: Pool
    questions: Pool
    late: Pool
    leave: Pool
    out: Pool
    absent: Pool
    dropped: Pool
    withdrawn: Pool


@dataclass(frozen=True, slots=True)
class Texts:
    """All texts of one language."""

    names: Names
    vocabulary: Vocabulary
    market: MarketTalk
    talk: Talk
    remarks: Remarks
    directives: tuple[Directive, ...]
    cases: tuple[Case, ...]


_PACKAGES: Final = {"en": "english", "zh_Hant": "traditional", "zh_Hans": "simplified"}


def texts_of(language: str) -> Texts:
    """The texts of a language of the program."""
    names, market, talk, remarks, directives, cases = (
        import_module(f"teamops.demo.{_PACKAGES[language]}.{name}")
        for name in ("names", "market", "talk", "remarks", "directives", "cases")
    )
    return Texts(
        names.NAMES,
        names.VOCABULARY,
        market.MARKET,
        talk.TALK,
        remarks.REMARKS,
        directives.DIRECTIVES,
        cases.CASES,
    )
