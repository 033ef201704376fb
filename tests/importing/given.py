"""What importers are given in tests: files written line by line, and a roster to hold them against."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from pathlib import Path

from teamops.importing.columns import Header, Sheet
from teamops.importing.sheet import read_sheet
from teamops.models.figures import FigureKind, FigureLine
from teamops.models.imports import KnownOutlet, KnownPerson, Plan, Roster, Verdict, W
from teamops.models.people import PersonState, PhoneClass, Role

TODAY = date(2026, 11, 23)
DATA = Path(__file__).parents[1] / "data"


def file_of(folder: Path, text: str, headers: Sequence[Header]) -> Sheet:
    """A CSV of these lines, read."""
    path = folder / "file.csv"
    path.write_text(text, encoding="utf-8")
    return read_sheet(path, headers)


def known(number: str, name: str, **more: object) -> KnownPerson:
    fields: dict[str, object] = {
        "id": int(number[1:]),
        "version": 1,
        "number": number,
        "name": name,
        "name_en": "",
        "born": None,
        "joined_on": date(2024, 1, 1),
        "left_on": None,
        "phone": "",
        "phone_class": PhoneClass.LEAD,
        "state": PersonState.ACTIVE,
        "role": Role.CLIENT_MANAGER,
        "group": "第一組",
        "outlet_id": 1,
    }
    return KnownPerson(**(fields | more))  # type: ignore[arg-type]


def outlet(code: str, name: str, **more: object) -> KnownOutlet:
    fields: dict[str, object] = {
        "id": int(code[1:]),
        "version": 1,
        "code": code,
        "name": name,
        "name_en": "",
        "contact": "胡主任",
        "opens": time(8, 30),
        "closes": time(17, 0),
        "custodian": "A104",
        "awaited": "",
    }
    return KnownOutlet(**(fields | more))  # type: ignore[arg-type]


def roster(*people: KnownPerson, outlets: Sequence[KnownOutlet] = ()) -> Roster:
    there = people or (known("A104", "劉平"), known("A105", "高芳"), known("A106", "劉平"))
    return Roster(TODAY, ("營銷團隊", "Sales team"), there, ("第一組",), tuple(outlets))


FIGURES = (
    FigureLine(1, "accounts", "", FigureKind.COUNT, "", 0, 1, True, 1),
    FigureLine(2, "assets", "", FigureKind.AMOUNT, "", 2, 2, True, 1),
    FigureLine(3, "questions", "", FigureKind.TEXT, "", 0, 3, True, 1),
)


def verdicts(plan: Plan[W]) -> list[tuple[int, str, str]]:
    """Line, verdict and reason of all lines."""
    return [(line.number, line.verdict.value, line.reason) for line in plan.lines]


def refusal(plan: Plan[W], number: int) -> str:
    """Why a line is refused."""
    (line,) = [line for line in plan.lines if line.number == number]
    assert line.verdict is Verdict.REFUSED
    return line.reason
