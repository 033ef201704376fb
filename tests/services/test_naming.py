"""How names are found: pinyin, initials, and the text a search looks in."""

from __future__ import annotations

import pytest

from teamops.services.naming import SURNAMES, naming


@pytest.mark.parametrize(
    ("name", "pinyin", "initials"),
    [
        ("徐靜", "Xu Jing", "xj"),
        ("單雄信", "Shan Xiongxin", "sxx"),
        ("单雄信", "Shan Xiongxin", "sxx"),
        ("曾國藩", "Zeng Guofan", "zgf"),
        ("解珍", "Xie Zhen", "xz"),
        ("仇英", "Qiu Ying", "qy"),
        ("區小姐", "Ou Xiaojie", "oxj"),
        ("尉遲恭", "Yuchi Gong", "ycg"),
        ("歐陽娜娜", "Ouyang Nana", "oynn"),
        ("呂蒙", "Lü Meng", "lm"),
        ("Anna Wong", "Anna Wong", "aw"),
        ("Cher", "Cher", "c"),
        ("A王", "A Wang", "aw"),
        ("曾", "Zeng", "z"),
    ],
)
def test_a_name_is_read(name: str, pinyin: str, initials: str) -> None:
    found = naming("A1", name, "")
    assert (found.pinyin, found.initials) == (pinyin, initials)


@pytest.mark.parametrize("typed", ["a104", "劉平", "leo", "liu ping", "liuping", "lp", "ping"])
def test_a_search_finds_by_any_of_them(typed: str) -> None:
    assert typed in naming("A104", "劉平", "Leo Liu").search


def test_an_u_with_dots_is_found_as_it_is_typed() -> None:
    assert "lvmeng" in naming("A1", "呂蒙", "").search


def test_surnames_are_read_as_listed_wherever_a_given_name_follows() -> None:
    for surname, reading in SURNAMES.items():
        assert naming("A1", surname + "一", "").pinyin == f"{reading.replace(' ', '').capitalize()} Yi"
