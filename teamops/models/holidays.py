"""The public holidays by name: kept as the authorities of their region write them, told in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from teamops.i18n import N_, _, language, listed

LIBRARY: Final = "holidays"
"""The library that knows the announced schedules; with its version, the source of what came with the program."""

_KEPT: Final[Mapping[str, Mapping[str, str]]] = {
    "zh_Hans": {
        "元旦": N_("New Year's Day"),
        "春节": N_("Spring Festival"),
        "清明节": N_("Tomb-Sweeping Day"),
        "劳动节": N_("Labour Day"),
        "端午节": N_("Dragon Boat Festival"),
        "中秋节": N_("Mid-Autumn Festival"),
        "国庆节": N_("National Day"),
    },
    "zh_Hant": {
        "中華民國開國紀念日": N_("Founding Day"),
        "農曆除夕": N_("Lunar New Year's Eve"),
        "春節": N_("Spring Festival"),
        "和平紀念日": N_("Peace Memorial Day"),
        "兒童節": N_("Children's Day"),
        "民族掃墓節": N_("Tomb-Sweeping Day"),
        "勞動節": N_("Labour Day"),
        "端午節": N_("Dragon Boat Festival"),
        "中秋節": N_("Mid-Autumn Festival"),
        "孔子誕辰紀念日": N_("Confucius' Birthday"),
        "國慶日": N_("National Day"),
        "臺灣光復暨金門古寧頭大捷紀念日": N_("Taiwan Restoration Day"),
        "行憲紀念日": N_("Constitution Day"),
        "一月一日": N_("New Year's Day"),
        "農曆年初一": N_("Lunar New Year's Day"),
        "農曆年初二": N_("Second day of Lunar New Year"),
        "農曆年初三": N_("Third day of Lunar New Year"),
        "農曆年初四": N_("Fourth day of Lunar New Year"),
        "清明節": N_("Tomb-Sweeping Day"),
        "耶穌受難節": N_("Good Friday"),
        "復活節星期一": N_("Easter Monday"),
        "佛誕": N_("Buddha's Birthday"),
        "香港特別行政區成立紀念日": N_("Hong Kong SAR Establishment Day"),
        "重陽節": N_("Chung Yeung Festival"),
        "聖誕節": N_("Christmas Day"),
        "聖誕節後第一個周日": N_("First weekday after Christmas Day"),
        "聖誕節後第二個周日": N_("Second weekday after Christmas Day"),
    },
}
"""The names that are kept, by the script they are kept in."""

_BESIDE: Final = {"（補假）": N_("Day off for {holiday}"), "翌日": N_("Day after {holiday}")}
"""What stands after a holiday's name for a day that is beside it."""


def told(name: str) -> str:
    """A day's name for the reader; what is no public holiday's stays as it was typed."""
    return listed(map(_told, name.split("、")))


def _told(name: str) -> str:
    ending = next((ending for ending in _BESIDE if name.endswith(ending)), "")
    holiday = name.removesuffix(ending)
    for script, names in _KEPT.items():
        if holiday in names and script != language():
            said = _(names[holiday])
            return _(_BESIDE[ending]).format(holiday=said) if ending else said
    return name


def told_source(source: str) -> str:
    """Where a day is known from: the file it came in, or the schedule that came with the program."""
    library, _blank, version = source.partition(" ")
    ours = library == LIBRARY and version.replace(".", "").isdecimal()
    return _("the public holidays as announced") if ours else source
