"""How a name is found by typing: its pinyin, the initials of that, and one text to search in."""

from __future__ import annotations

from typing import Final, NamedTuple

from teamops.text import search_key

SURNAMES: Final = {
    "單": "shan", "单": "shan", "曾": "zeng", "解": "xie", "查": "zha", "仇": "qiu", "朴": "piao", "蓋": "ge",
    "盖": "ge", "區": "ou", "区": "ou", "翟": "zhai", "繆": "miao", "缪": "miao", "覃": "qin", "洗": "xian",
    "樂": "yue", "乐": "yue", "員": "yun", "员": "yun", "黑": "he", "种": "chong", "祕": "bi", "秘": "bi",
    "折": "she", "召": "shao", "祭": "zhai", "隗": "wei", "么": "yao", "不": "fu", "都": "du", "賁": "ben",
    "重": "chong", "卜": "bu", "句": "gou", "粘": "nian", "藏": "zang",
    "歐陽": "ou yang", "欧阳": "ou yang", "司馬": "si ma", "司马": "si ma", "諸葛": "zhu ge",
    "诸葛": "zhu ge",
    "上官": "shang guan", "司徒": "si tu", "夏侯": "xia hou", "皇甫": "huang fu", "東方": "dong fang",
    "东方": "dong fang", "慕容": "mu rong", "令狐": "ling hu", "尉遲": "yu chi", "尉迟": "yu chi",
    "万俟": "mo qi", "萬俟": "mo qi", "長孫": "zhang sun", "长孙": "zhang sun", "澹臺": "tan tai",
    "澹台": "tan tai", "單于": "chan yu", "单于": "chan yu", "鮮于": "xian yu", "鲜于": "xian yu",
    "樂正": "yue zheng", "乐正": "yue zheng",
}  # fmt: skip
"""Surnames of two characters, and those read otherwise than the same character elsewhere; both scripts."""


class Naming(NamedTuple):
    """What is kept beside a name so that it can be found."""

    pinyin: str
    initials: str
    search: str


def naming(number: str, name: str, name_en: str) -> Naming:
    """Pinyin ("Shan Xiongxin"), initials ("sxx") and the text a search looks in."""
    syllables, surname = _syllables(name)
    initials = "".join(syllable[0] for syllable in syllables).casefold()
    given = "".join(syllables[surname:])
    family = "".join(syllables[:surname])
    pinyin = " ".join(part[:1].upper() + part[1:] for part in (family, given) if part)
    typed = [number, name, name_en, pinyin, " ".join(syllables), "".join(syllables), initials]
    if any("ü" in syllable for syllable in syllables):
        typed.append("".join(syllables).replace("ü", "v"))
    return Naming(pinyin, initials, search_key(" ".join(filter(None, typed))))


def _syllables(name: str) -> tuple[list[str], int]:
    """The syllables of a name, and how many of them are the surname."""
    if name.isascii():
        words = name.split()
        return words, max(len(words) - 1, 0)
    from pypinyin import Style, lazy_pinyin

    def plain(text: str) -> list[str]:
        read = lazy_pinyin(text, style=Style.NORMAL, v_to_u=True, strict=False)
        return [word for syllable in read for word in syllable.split()]

    for length in (2, 1):
        if reading := SURNAMES.get(name[:length]):
            family = reading.split()
            return [*family, *plain(name[length:])], len(family)
    return plain(name), 1
