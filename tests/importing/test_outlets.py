"""Lists of outlets."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from teamops.importing.columns import Titles
from teamops.importing.outlets import HEADERS, plan
from teamops.importing.sheet import read_sheet
from teamops.models.imports import Change, KnownOutlet, OutletWrite, Plan, Verdict
from tests.importing.given import DATA, file_of, known, outlet, refusal, roster, verdicts

TITLES = "網點編號,網點,上班,下班,網點聯繫人,實物保管人"
THERE = (outlet("W01", "工行中山路支行"),)


def planned(tmp_path: Path, *lines: str, there: tuple[KnownOutlet, ...] = THERE) -> Plan[OutletWrite]:
    sheet = file_of(tmp_path, "\n".join((TITLES, *lines)), HEADERS)
    people = (
        known("A104", "劉平", outlet_id=1),
        known("A105", "高芳", outlet_id=None),
        known("A106", "劉平"),
    )
    return plan(sheet, roster(*people, outlets=there))


@pytest.mark.parametrize("branch", ["branch", "branch-messy"])
def test_a_list_before_the_roster_remembers_the_custodians(branch: str) -> None:
    found = plan(read_sheet(DATA / branch / "outlets.csv", HEADERS), roster(known("A101", "徐靜")))
    assert found.counts == {Verdict.ADDED: 4}
    assert [write.custodian for write in found.writes] == ["A104", "A105", "A106", "A103"]
    assert found.lines[0].reason == "A104 is not known yet and becomes custodian when posted there"
    hours = found.writes[1].hours
    assert hours is not None
    assert (hours.opens, hours.closes, hours.valid_from) == (time(8, 45), time(17, 15), None)


def test_what_is_there_is_unchanged(tmp_path: Path) -> None:
    found = planned(
        tmp_path, "W01,工行中山路支行,08:30,17:00,胡主任,A104", "W01,工行中山路支行,08:30,17:00,胡主任,A104"
    )
    assert verdicts(found) == [(2, "unchanged", ""), (3, "ignored", "the same as line 2")]
    assert found.writes == ()
    awaited = outlet("W01", "工行中山路支行", custodian="", awaited="A105")
    assert planned(tmp_path, "w01,工行中山路支行,,,,A105", there=(awaited,)).writes == ()


def test_what_changes_is_said(tmp_path: Path) -> None:
    (line,) = planned(tmp_path, "W01,工行中山支行,9:00,17:00,錢主任,高芳").lines
    assert line.changes == (
        Change("name", "工行中山路支行", "工行中山支行"),
        Change("contact", "胡主任", "錢主任"),
        Change("hours", "08:30–17:00", "09:00–17:00"),
        Change("custodian", "A104", "A105"),
    )
    assert line.reason == "高芳 is not posted there yet and becomes custodian when they are"


def test_one_end_of_the_hours_keeps_the_other(tmp_path: Path) -> None:
    (write,) = planned(tmp_path, "W01,工行中山路支行,08:00,,,").writes
    assert write.hours is not None
    assert (write.hours.opens, write.hours.closes) == (time(8, 0), time(17, 0))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (",新網點,,,,", "網點編號: Please fill this in"),
        ("W09,,,,,", "網點: Please fill this in"),
        ("W09,新網點,08:30,,,", "下班: Please fill this in"),
        ("W09,新網點,17:00,08:30,,", "下班: The outlet must close after it opens"),
        ("W09,新網點,早,17:00,,", "上班: “早” is no time of day. Try 8:30 or 0830"),
        ("W09,工行中山路支行,,,,", "網點: outlet W01 has this name"),
        ("W09,新網點,,,,劉平", "實物保管人: “劉平” is no staff number; it takes up to 20 letters and digits"),
    ],
)
def test_what_cannot_be_taken_says_why(tmp_path: Path, line: str, reason: str) -> None:
    assert refusal(planned(tmp_path, line), 2).startswith(reason)


def test_one_code_with_two_stories_is_refused(tmp_path: Path) -> None:
    found = planned(tmp_path, "W09,新網點,,,,", "W09,新網點,08:30,17:00,,")
    assert [verdict for _, verdict, _ in verdicts(found)] == ["refused", "refused"]


def test_an_outlet_without_hours_is_taken(tmp_path: Path) -> None:
    bare = outlet("W01", "工行中山路支行", opens=None, closes=None)
    (line,) = planned(tmp_path, "W01,工行中山路支行,08:30,17:00,,", there=(bare,)).lines
    assert line.changes == (Change("hours", "", "08:30–17:00"),)
    assert planned(tmp_path, "W01,工行中山路支行,,,,", there=(bare,)).lines[0].verdict is Verdict.UNCHANGED


def test_all_scripts_name_the_columns() -> None:
    titles = Titles(HEADERS)
    keys = ["code", "name", "opens", "closes", "contact", "custodian"]
    for line in (
        TITLES,
        "网点编号,网点,上班,下班,网点联系人,实物保管人",
        "Code,Outlet,Opens,Closes,Contact,Custodian",
    ):
        assert [titles.key(title) for title in line.split(",")] == keys
