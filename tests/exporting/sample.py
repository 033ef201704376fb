"""A believable morning meeting of fifteen people, as the minutes freeze it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from teamops.models.action_items import ActionState
from teamops.models.directives import DirectiveKind
from teamops.models.figures import FigureKind
from teamops.models.meetings import ItemKind, RollMark, Section, SeriesKind
from teamops.models.minutes import (
    ActionEntry,
    CorrectionEntry,
    DecisionEntry,
    FigureEntry,
    ItemEntry,
    MemberFigure,
    MinutesBody,
    MinutesKind,
    MinutesView,
    NextMeeting,
    PartEntry,
    RollEntry,
    SignatureLine,
    SigningAs,
)
from teamops.models.people import BooksKind
from tests.exporting.told import ENGLISH, TOLD, Told

MADE_AT = datetime(2026, 11, 5, 1, 12, 30, tzinfo=UTC)
"""09:12 in Shanghai."""

_DUE = (date(2026, 11, 6), date(2026, 11, 9), date(2026, 11, 5), date(2026, 11, 20))
_EARLIER = (date(2026, 11, 4), date(2026, 11, 5), date(2026, 11, 3), None)
_ACCOUNTS = (2, 0, 1, 0, 1, 3, 0, 0, 1, 0, 2, None)
_ASSETS = ("35.5", "0", "12", "8.25", "0", "60", "0", "-5", "20", "0", "15", None)


def view(language: str = "en", **changes: object) -> MinutesView:
    """The first version, signed by host and recorder; `changes` to its own fields."""
    told = TOLD[language]
    signed = MinutesView(
        id=1,
        meeting_id=204,
        v=1,
        latest=1,
        kind=MinutesKind.DRAWN,
        reason="",
        body=body(told),
        digest="0" * 64,
        drawn_at=datetime(2026, 11, 5, 0, 53, tzinfo=UTC),
        signatures=(
            SignatureLine(
                signed_as=SigningAs.RECORDER, name=told.names[1], at=datetime(2026, 11, 5, 0, 58, tzinfo=UTC)
            ),
            SignatureLine(
                signed_as=SigningAs.HOST, name=told.names[0], at=datetime(2026, 11, 5, 1, 4, tzinfo=UTC)
            ),
        ),
        head="8412 · 3f9a12c07b1e",
        zone="Asia/Shanghai",
    )
    return signed.model_copy(update=changes)


def body(told: Told) -> MinutesBody:
    """What was frozen when the minutes were drawn."""
    return MinutesBody(
        branch=told.branch,
        team=told.team,
        books=BooksKind.REAL,
        kind=SeriesKind.MORNING,
        number="MM2026-0204",
        day=date(2026, 11, 5),
        place=told.place,
        host=told.names[0],
        recorder=told.names[1],
        started="08:30",
        ended="08:52",
        roll_called=True,
        roll=_roll(told),
        parts=_parts(told),
        figures_day=date(2026, 11, 4),
        figures_reported=11,
        figures_expected=12,
        figures=_figures(told),
        decisions=tuple(
            DecisionEntry(number=f"R2026-{118 + n}", text=text, section=section)
            for n, (text, section) in enumerate(
                zip(told.decisions, (Section.PROGRESS, Section.DIRECTIVES, Section.MORALE), strict=True)
            )
        ),
        actions=tuple(
            ActionEntry(
                number=f"T2026-{340 + n}",
                text=text,
                owner=told.names[3 + n],
                co_owners=told.names[9] if n == 3 else "",
                due=_DUE[n],
                state=ActionState.OPEN,
                section=(Section.PROGRESS, Section.DIRECTIVES, Section.PROGRESS, Section.MORALE)[n],
            )
            for n, text in enumerate(told.actions)
        ),
        followed_up=tuple(
            ActionEntry(
                number=f"T2026-{331 + n}",
                text=text,
                owner=told.names[5 + n],
                due=_EARLIER[n],
                state=(ActionState.CHECKED, ActionState.DONE, ActionState.DOING, ActionState.DROPPED)[n],
                reason=told.why if n == 3 else "",
            )
            for n, text in enumerate(told.earlier)
        ),
        next_meeting=NextMeeting(day=date(2026, 11, 6), starts_at="08:30"),
    )


def busy(told: Told) -> MinutesBody:
    """The busiest morning one can believe: twice the earlier items, more to do, more absent, a note to each part."""
    usual = body(told)
    roll = list(usual.roll)
    for n in (7, 11):
        roll[n] = roll[n].model_copy(update={"mark": RollMark.LEAVE, "reason": told.leave})
    earlier = tuple(
        entry.model_copy(update={"number": f"T2026-{320 + n}", "co_owners": told.names[n] if n % 3 else ""})
        for n, entry in enumerate((*usual.followed_up, *usual.followed_up))
    )
    return usual.model_copy(
        update={
            "roll": tuple(roll),
            "parts": tuple(part.model_copy(update={"notes": (told.noted,)}) for part in usual.parts),
            "actions": (*usual.actions, usual.actions[1].model_copy(update={"number": "T2026-344"})),
            "followed_up": earlier,
        }
    )


_TYPED = (
    "branch", "team", "place", "host", "recorder", "name", "reason", "title", "body", "presenter", "source",
    "text", "owner", "co_owners", "origin", "own_name", "own_unit", "words", "by",
)  # fmt: skip


def said_everywhere(text: str) -> MinutesView:
    """Corrected minutes in which every field that somebody types says `text`."""

    def saying(value: object, name: str = "") -> object:
        if isinstance(value, dict):
            return {key: saying(one, key) for key, one in value.items()}
        if isinstance(value, list | tuple):
            return [saying(one, "text" if name in ("notes", "sign_lines") else name) for one in value]
        return text if name in _TYPED and isinstance(value, str) else value

    correction = CorrectionEntry(no=1, section=Section.CASE, text="x", reason="x", by="x", at=MADE_AT)
    whole = busy(ENGLISH).model_copy(update={"corrections": (correction,)})
    said = view(signatures=()).model_copy(update={"sign_lines": ((text, text), (text, ""))})
    return said.model_copy(update={"body": MinutesBody.model_validate(saying(whole.model_dump()))})


def _roll(told: Told) -> tuple[RollEntry, ...]:
    entries = [
        RollEntry(number=f"A{n + 1:03}", name=name, mark=RollMark.PRESENT)
        for n, name in enumerate(told.names)
    ]
    entries[2] = entries[2].model_copy(update={"mark": RollMark.LATE, "minutes": 6})
    entries[3] = entries[3].model_copy(update={"mark": RollMark.LEAVE, "reason": told.leave})
    return tuple(entries)


def _parts(told: Told) -> tuple[PartEntry, ...]:
    directives = tuple(
        ItemEntry(
            kind=ItemKind.DIRECTIVE,
            title=title,
            body=text,
            number=f"D2026-{31 + n:03}",
            flag=flag,
            source=told.office,
            discussed=True,
        )
        for n, ((title, text), flag) in enumerate(
            zip(
                (*told.directives, told.task),
                (DirectiveKind.NOTICE, DirectiveKind.PRODUCT, DirectiveKind.TASK),
                strict=True,
            )
        )
    )
    market = (
        *(ItemEntry(kind=ItemKind.NOTE, title=note, discussed=True) for note in told.notes),
        ItemEntry(kind=ItemKind.JUDGEMENT, title=told.judgement, presenter=told.names[0], discussed=True),
        ItemEntry(kind=ItemKind.REVIEW, title=told.review, discussed=True),
    )
    answer = ItemEntry(kind=ItemKind.ANSWER, title=told.answer[0], body=told.answer[1], discussed=True)
    case = ItemEntry(
        kind=ItemKind.CASE, title=told.case[0], body=told.case[1], presenter=told.names[6], discussed=True
    )
    morale = (
        ItemEntry(kind=ItemKind.PRAISE, title=told.praise, discussed=True),
        ItemEntry(kind=ItemKind.TURN, title=told.turn, discussed=False),
        ItemEntry(kind=ItemKind.TOPIC, title=told.topic[0], body=told.topic[1], discussed=True, carried=True),
    )
    return (
        PartEntry(section=Section.MARKET, planned=5, elapsed=282, items=market, notes=()),
        PartEntry(section=Section.DIRECTIVES, planned=5, elapsed=331, items=directives, notes=()),
        PartEntry(section=Section.PROGRESS, planned=8, elapsed=455, items=(answer,), notes=(told.noted,)),
        PartEntry(section=Section.CASE, planned=5, elapsed=190, items=(case,), notes=()),
        PartEntry(section=Section.MORALE, planned=2, elapsed=62, items=morale, notes=()),
    )


def _figures(told: Told) -> tuple[FigureEntry, ...]:
    sellers = tuple((f"A{n + 4:03}", name) for n, name in enumerate(told.names[3:]))
    asked = {1: told.questions[0], 5: told.questions[1]}
    return (
        FigureEntry(
            code="accounts",
            own_name="",
            own_unit="",
            kind=FigureKind.COUNT,
            decimals=0,
            day_total=Decimal(10),
            month_total=Decimal(10),
            target=Decimal(40),
            members=tuple(
                MemberFigure(number=number, name=name, value=None if value is None else Decimal(value))
                for (number, name), value in zip(sellers, _ACCOUNTS, strict=True)
            ),
        ),
        FigureEntry(
            code="assets",
            own_name="",
            own_unit="",
            kind=FigureKind.AMOUNT,
            decimals=2,
            day_total=Decimal("145.75"),
            month_total=Decimal("412.5"),
            target=Decimal(1200),
            members=tuple(
                MemberFigure(number=number, name=name, value=None if value is None else Decimal(value))
                for (number, name), value in zip(sellers, _ASSETS, strict=True)
            ),
        ),
        FigureEntry(
            code="questions",
            own_name="",
            own_unit="",
            kind=FigureKind.TEXT,
            decimals=0,
            day_total=Decimal(0),
            month_total=Decimal(0),
            target=None,
            members=tuple(
                MemberFigure(number=number, name=name, words=asked.get(n, ""))
                for n, (number, name) in enumerate(sellers)
            ),
        ),
    )
