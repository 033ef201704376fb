"""A branch with a past, as the screens find it: before the meeting of Monday 23 November, in it, and after it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from typing import TypeAlias

from teamops.models.action_items import ActionState
from teamops.models.directives import DirectiveKind
from teamops.models.inputs.action_items import ActionIn
from teamops.models.inputs.cases import CaseIn
from teamops.models.inputs.directives import DirectiveIn
from teamops.models.inputs.figures import CellIn, TargetIn
from teamops.models.inputs.meetings import RollLineIn
from teamops.models.meetings import ItemKind, RollMark, Section
from teamops.services import action_items, agenda, cases, directives, figures, meetings, minutes, roll
from teamops.services.desk import Desk
from teamops.services.reading import figures as reading_figures
from teamops.services.reading import people
from tests.services.holding import (
    FRIDAY,
    MONDAY,
    WEDNESDAY,
    begin,
    decide,
    end,
    go_on,
    hold,
    item,
    keep_clock,
    note,
    stand,
)

LAST_THURSDAY, LAST_FRIDAY = date(2026, 11, 19), date(2026, 11, 20)
MARKET, PROGRESS, CASE, MORALE = Section.MARKET, Section.PROGRESS, Section.CASE, Section.MORALE


def keys(desk: Desk) -> dict[str, int]:
    """The key of each person by number."""
    with desk.books.reading() as reader:
        return {line.number: line.id for line in people.people(reader, MONDAY)}


def figure_keys(desk: Desk) -> tuple[int, ...]:
    """The figures every team keeps: accounts, new assets, clients' questions."""
    with desk.books.reading() as reader:
        return tuple(figure.id for figure in reading_figures.figures(reader))


def report(desk: Desk, day: date, **told: tuple[int, str, str]) -> None:
    """Write down what members report of a day: accounts, assets, questions."""
    who = keys(desk)
    accounts, assets, questions = figure_keys(desk)
    cells = []
    for number, (count, amount, asked) in told.items():
        cells += [
            CellIn(person_id=who[number], figure_id=accounts, value=Decimal(count)),
            CellIn(person_id=who[number], figure_id=assets, value=Decimal(amount)),
            CellIn(person_id=who[number], figure_id=questions, words=asked),
        ]
    figures.record(desk, day, tuple(cells))


def past(desk: Desk) -> None:
    """Thursday's meeting signed, Friday's to be signed; directives, a library, figures and what is still to do."""
    who = keys(desk)
    accounts, assets, _questions = figure_keys(desk)
    stand(desk.books, LAST_THURSDAY)
    cases.add(
        desk,
        CaseIn(
            title="佣金之爭",
            story="客戶說別家更便宜。",
            lesson="先談服務，再談價。",
            tags="佣金 挽留",
            author_id=who["A104"],
        ),
    )
    cases.add(desk, CaseIn(title="企業開戶如何提速", lesson="材料清單前一天給到客戶。", tags="開戶"))
    first = directives.issue(
        desk,
        DirectiveIn(
            title="佣金下限萬分之二",
            body="12月1日起，未經批准不得低於萬分之二。\n有問的客戶如實說明。",
            source="零售業務部",
            kind=DirectiveKind.NOTICE,
        ),
    )
    directives.acknowledge(desk, first, (who["A104"], who["A105"], who["A101"]))
    thursday = hold(desk, LAST_THURSDAY, [note("指數窄幅震盪", body="成交連續三日低於均量。")])
    minutes.sign(desk, thursday)
    friday = begin(desk, LAST_FRIDAY, [item(MARKET, ItemKind.JUDGEMENT, "年底前區間震盪")])
    directives.issue(
        desk, DirectiveIn(title="固收新品推介", kind=DirectiveKind.PRODUCT, expires_on=date(2026, 12, 31))
    )
    decide(desk, friday, "新開戶客戶兩個工作日內回訪")
    for text, owner, due in (
        ("整理佣金例外清單", "A105", MONDAY),
        ("約見金橋公司財務", "A106", LAST_FRIDAY),
        ("補齊風險測評", "A107", WEDNESDAY),
    ):
        meetings.act(desk, friday, PROGRESS, ActionIn(text=text, owner_id=who[owner], due=due))
    end(desk, friday)
    action_items.move(desk, 3, ActionState.DONE)
    figures.target(
        desk,
        MONDAY,
        (
            TargetIn(figure_id=accounts, value=Decimal(60)),
            TargetIn(figure_id=assets, value=Decimal(1800)),
            TargetIn(figure_id=accounts, person_id=who["A104"], value=Decimal(12)),
        ),
    )
    report(desk, LAST_THURSDAY, A104=(2, "12.5", ""), A105=(1, "30", "佣金能否下調"))
    report(desk, LAST_FRIDAY, A104=(1, "88", "新股申購流程"), A106=(3, "5", ""))


def prepared(desk: Desk) -> int:
    """The meeting of Monday, prepared by 08:21; its key."""
    past(desk)
    who = keys(desk)
    stand(desk.books, MONDAY, time(8, 21))
    meeting = agenda.prepare(desk, MONDAY)
    for wanted in (
        note("A股縮量震盪", body="北向資金淨流入。\n關注成交量。", presenter_id=who["A104"]),
        item(MARKET, ItemKind.JUDGEMENT, "週五前守住3100點"),
        item(PROGRESS, ItemKind.ANSWER, body="每人每天多打五個電話"),
        item(MORALE, ItemKind.PRAISE, "劉平單日開戶第一", recurs=True),
    ):
        agenda.add(desk, meeting, wanted)
    agenda.add(desk, meeting, item(CASE, ItemKind.CASE, case_id=1, presenter_id=who["A104"]))
    agenda.ready(desk, meeting)
    return meeting


def running(desk: Desk) -> int:
    """The meeting of Monday at 08:37: the roll called, something put down in its parts."""
    meeting = prepared(desk)
    who = keys(desk)
    stand(desk.books, MONDAY)
    meetings.start(desk, meeting)
    go_on(desk.books, 7)
    marks = {
        "A104": (RollMark.LATE, 7, "堵車"),
        "A105": (RollMark.LEAVE, 0, "病假"),
        "A106": (RollMark.OUT, 0, ""),
    }
    with desk.books.reading() as reader:
        due = [person.number for person in people.members(reader, MONDAY)]
    roll.call(
        desk,
        MONDAY,
        tuple(
            RollLineIn(person_id=who[number], mark=mark, minutes=late, reason=reason)
            for number in due
            for mark, late, reason in [marks.get(number, (RollMark.PRESENT, 0, ""))]
        ),
        meeting_id=meeting,
    )
    decide(desk, meeting, "客戶詢價一律當天答覆", MARKET)
    meetings.act(
        desk, meeting, PROGRESS, ActionIn(text="回訪三位新開戶客戶", owner_id=who["A107"], due=FRIDAY)
    )
    keep_clock(desk, meeting, [MARKET], seconds=290)
    return meeting


def after(desk: Desk) -> int:
    """The meeting of Monday closed at 08:57, its minutes drawn and not signed."""
    meeting = running(desk)
    end(desk, meeting)
    stand(desk.books, MONDAY, time(9, 2))
    return meeting


AtStage: TypeAlias = Callable[[str], Desk]
"""The fixture `at_stage`: the lead's desk in one of STAGES, written once for all tests."""

STAGES: dict[str, Callable[[Desk], int]] = {"prepared": prepared, "running": running, "after": after}
