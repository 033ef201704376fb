"""Public holidays by name, for readers of every language."""

from __future__ import annotations

import pytest

from teamops import i18n
from teamops.i18n import speaking
from teamops.models.holidays import told, told_source
from teamops.models.people import Region
from teamops.services.public_holidays import ANNOUNCED, schedule


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("国庆节、中秋节", "National Day, Mid-Autumn Festival"),
        ("春節（補假）", "Day off for Spring Festival"),
        ("耶穌受難節翌日", "Day after Good Friday"),
        ("公司成立日", "公司成立日"),
        ("公司成立日翌日、元旦", "公司成立日翌日, New Year's Day"),
        ("", ""),
    ],
)
def test_a_name_is_told_in_the_reader_s_language(kept: str, shown: str) -> None:
    assert told(kept) == shown


@pytest.mark.parametrize("region", [Region.CN, *ANNOUNCED])
def test_every_name_that_comes_with_the_program_is_known(region: Region) -> None:
    names = {day.name for year in (2026, 2027) for day in schedule(region, year).days}
    assert names
    assert {name for name in names if not told(name).isascii()} == set()


@pytest.mark.parametrize(
    ("script", "region"), [("zh_Hans", Region.CN), ("zh_Hant", Region.TW), ("zh_Hant", Region.HK)]
)
def test_a_name_stays_as_it_is_kept_in_its_own_script(script: str, region: Region) -> None:
    with speaking(script):
        for day in schedule(region, 2026).days:
            assert told(day.name) == day.name


def test_a_name_is_looked_up_for_the_other_script(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_catalogue", lambda _code: Marked())
    with speaking("zh_Hant"):
        assert told("国庆节、中秋节") == "譯National Day、譯Mid-Autumn Festival"
        assert told("國慶日") == "國慶日"
    with speaking("zh_Hans"):
        assert told("國慶日") == "譯National Day"


class Marked:
    """A catalogue that has every message, and marks it."""

    def gettext(self, message: str) -> str:
        return f"譯{message}"


@pytest.mark.parametrize(
    "source", ["", "holiday-cn-2027.json", "holidays 2027.json", "徐靜 A101", "holidays"]
)
def test_a_source_is_told_as_it_is(source: str) -> None:
    assert told_source(source) == source


def test_what_came_with_the_program_is_what_was_announced() -> None:
    assert told_source(schedule(Region.CN, 2026).source) == "the public holidays as announced"
