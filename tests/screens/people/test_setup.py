"""What is set up: each line says how it is now and opens its form."""

from __future__ import annotations

import pytest

from teamops.models.meetings import Section
from teamops.services.desk import Desk
from teamops.services.reading import branch, figures, people
from tests.screens.people.section import as_, at, fill


async def test_a_line_for_everything_that_is_set_up(roster_desk: Desk) -> None:
    async with at("setup", roster_desk) as lead:
        lead.sees(
            "▸Branch and team",
            "中山路營業部 · 營銷團隊 · Mainland China",
            "08:30 · 25 min · 二樓會議室",
            "none set yet",
            "host · recorder",
            "Figure 2: new assets",
            "amount · 10k yuan · 2 decimals",
            "Printed on every paper. These are practice books.",
        )
        await lead.press("down")
        lead.sees("Market 5 · Directives 5 · Progress 8 · Case 5 · Morale 2")
        await lead.press("slash")
        lead.misses(" / ")


async def test_branch_and_team_are_renamed(roster_desk: Desk) -> None:
    async with at("setup", roster_desk) as lead:
        await lead.press("enter")
        lead.sees("Branch and team", "Another time zone holds from the next start of the program.")
        await fill(lead, "海港營業部", None, None, None, None, "Mars/Olympus")
        await lead.press("ctrl+s")
        lead.sees("There is no time zone “Mars/Olympus”.")
        await fill(lead, "Asia/Taipei")
        await lead.press("f2")
        lead.sees("海港營業部", "Asia/Taipei")
        await lead.press("h")
        lead.sees("History · Branch and team", "Asia/Shanghai → Asia/Taipei")
    with roster_desk.books.reading() as reader:
        assert branch.card(reader).branch == "海港營業部"


async def test_the_morning_meeting_is_moved(roster_desk: Desk) -> None:
    async with at("setup", roster_desk) as lead:
        await lead.press("down", "e")
        lead.sees("Begins at *", "08:30", "Market *")
        await fill(lead, "845", None, "三樓", "300")
        await lead.press("ctrl+s")
        lead.sees("300")
        lead.sees("240")
        await fill(lead, "10")
        await lead.press("ctrl+s")
        lead.sees("08:45 · 30 min · 三樓", "Market 10 · Directives 5")
        await lead.press("h")
        lead.sees("History · Morning meeting")
    with roster_desk.books.reading() as reader:
        assert branch.series(reader).minutes[Section.MARKET] == 10


async def test_signature_lines_are_put_in_order(roster_desk: Desk) -> None:
    async with at("setup", roster_desk) as lead:
        await lead.press("down", "down", "down", "enter")
        lead.sees("Signature lines of the minutes", "host", "recorder")
        await fill(lead, None, "A101", None, "zhangtao", "", "A103", "監察[人]", "nobody")
        await lead.press("ctrl+s")
        lead.sees("Please fill this in.", "Nobody here is called “nobody”.")
        await fill(lead, "witness", None, None, "")
        await lead.press("ctrl+s")
        lead.sees("host 徐靜 · recorder 張濤 · witness 李平 · 監察[人]")
        await lead.press("enter")
        lead.sees("徐靜 A101", "張濤 A102", "李平 A103")
        await fill(lead, *[""] * 8)
        await lead.press("ctrl+s")
        lead.sees("Please fill this in.")
    with roster_desk.books.reading() as reader:
        assert [line.title for line in people.signatories(reader, "minutes")] == [
            "host",
            "recorder",
            "witness",
            "監察[人]",
        ]


async def test_a_figure_of_the_teams_own(roster_desk: Desk) -> None:
    async with at("setup", roster_desk) as lead:
        await lead.press("n")
        lead.sees("New figure", "count", "amount", "text")
        await fill(lead, ("right",), "client questions", "份", "1", None, None)
        await lead.press("ctrl+s")
        lead.sees("client questions is there already.")
        await fill(lead, "funds")
        await lead.press("ctrl+s")
        lead.sees("Figure 4: funds", "amount · 份 · 1 decimal")
        await lead.press("end", "e")
        lead.sees("Change funds", "amount")
        await fill(lead, "sold funds", None, "", "1", ("left",))
        await lead.press("ctrl+s")
        lead.sees("▸Figure 1: sold funds", "no longer asked for", "What was recorded of it stays.")
        await lead.press("f7")
        lead.sees("History · Figure 1: sold funds", "funds → sold funds")
    with roster_desk.books.reading() as reader:
        kept = figures.figures(reader, active_only=False)
    assert [(line.name, line.active) for line in kept][:2] == [
        ("sold funds", False),
        ("accounts opened", True),
    ]


@pytest.mark.parametrize("number", ["A102", "A107"])
async def test_only_leads_set_things_up(roster_desk: Desk, number: str) -> None:
    async with at("setup", as_(roster_desk, number)) as other:
        other.misses("n new")
        await other.press("enter", "n", "down", "down", "enter", "end", "e")
        other.sees("[Set-up]", "▸Figure 3: client questions")
        other.misses("^s save")
