"""What is typed and what is shown: cleaning, harmless display, widths in cells, escaping."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final, Literal, NamedTuple

from teamops.errors import DirtyText, TextTooLong

# Format characters (Cf), fillers and unassigned characters that leave no ink.
_INVISIBLE: Final = (
    r"\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e"
    r"\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    r"\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
_EMOJI: Final = (
    r"\u2190-\u21ff\u2300-\u2328\u232b-\u23ff\u2460-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff"
)
# A joiner stays where it makes one picture of two emoji, and is invisible anywhere else.
_DROPPED: Final = (
    rf"[{_INVISIBLE}]|(?<![{_EMOJI}])(?<![{_EMOJI}]\ufe0f)[\u200c\u200d]|[\u200c\u200d](?![{_EMOJI}])"
)
_NO_CHARACTER: Final = r"\ud800-\udfff\ufdd0-\ufdef" + "".join(
    rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(17)
)
_PLAIN: Final = (
    r"[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u2190-\u23ff\u2460-\u27bf"
    r"\u3000-\u3029\u3030-\u3098\u309b-\u3163\u3165-\u9fff\uac00-\ud7a3\uff01-\uff9f\uffe0-\uffe6]*"
)


def show(value: str, *, lines: bool = False) -> str:
    """`value` as any terminal and any paper can take it: what would act or hide is a picture or U+FFFD.

    A newline is ⏎, or stays with `lines`; a tab is a space; more than three marks on one letter are cut.
    """
    if (value.isascii() and value.isprintable()) or _plain().fullmatch(value):
        return value
    value = value.replace("\r\n", "\n")
    if lines:
        return "\n".join(map(show, value.split("\n")))
    return "".join(_few_marks(_unshown().sub(_stand_in, value)))


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(_PLAIN)


@cache
def _unshown() -> re.Pattern[str]:
    return re.compile(rf"[\x00-\x1f\x7f-\x9f\u2028\u2029{_NO_CHARACTER}]|{_DROPPED}")


def _stand_in(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return {"\n": "⏎", "\t": " "}.get(found[0]) or chr(0x2400 + code)
    return "␡" if code == 0x7F else "\ufffd"


def _few_marks(value: str) -> Iterator[str]:
    run = 0
    for character in value:
        run = run + 1 if unicodedata.category(character).startswith("M") else 0
        if run <= 3:
            yield character


class Cleaned(NamedTuple):
    """Text as it is kept, and how many invisible characters were taken out of it."""

    text: str
    dropped: int


def cleaned(value: str, *, multiline: bool = False, limit: int = 200) -> Cleaned:
    """`value` as it is kept: composed (NFC), stripped, tabs as spaces, what is invisible dropped and counted.

    A line break becomes a space unless `multiline`. Raises DirtyText for controls and half characters,
    TextTooLong above `limit` characters.
    """
    if value.isascii() and value.isprintable():
        text, dropped = value, 0
    else:
        text = re.sub("\r\n?|[\u2028\u2029]", "\n", value).replace("\t", " ")
        if not multiline:
            text = text.replace("\n", " ")
        if found := re.search(rf"[\x00-\x09\x0b-\x1f\x7f-\x9f{_NO_CHARACTER}]", text):
            raise DirtyText(f"U+{ord(found[0]):04X}")
        text, dropped = re.subn(_DROPPED, "", text)
        text = unicodedata.normalize("NFC", text)
    text = text.strip()
    if len(text) > limit:
        raise TextTooLong(len(text), limit)
    return Cleaned(text, dropped)


def clean(value: str, *, multiline: bool = False, limit: int = 200) -> str:
    """The text of `cleaned`, for callers with nobody to tell what was dropped."""
    return cleaned(value, multiline=multiline, limit=limit).text


# --- widths -------------------------------------------------------------------------------------------------

# Wide since Unicode 16, and what takes no cell of its own without being a combining mark.
_NEW_WIDE: Final = frozenset((*range(0x2630, 0x2638), *range(0x268A, 0x2690), *range(0x4DC0, 0x4E00)))
_JOINED: Final = frozenset(
    (*range(0x1160, 0x1200), *range(0xD7B0, 0xD800), *range(0x1F3FB, 0x1F400), 0x3164, 0xFFA0)
)
_WIDENED: Final = (
    r"[#*0-9©®‼⁉™ℹ↔-↙↩↪⌨⏏⏭-⏯⏱⏲⏸-⏺Ⓜ▪▫▶◀◻◼\u2600-\u27bf⤴⤵⬅-⬇\U0001f170-\U0001f17f\U0001f300-\U0001f6ff]"
)


@cache
def _width(character: str) -> int:
    code = ord(character)
    category = unicodedata.category(character)
    if category in {"Cc", "Cf", "Mn", "Me", "Mc", "Zl", "Zp"} or code in _JOINED:
        return 0
    if category == "Cn":  # newer than this Python: emoji and the ideographic planes are wide
        return 2 if 0x1F300 <= code <= 0x1FAFF or 0x20000 <= code <= 0x3FFFD else 1
    return 2 if unicodedata.east_asian_width(character) in "WF" or code in _NEW_WIDE else 1


def cell_width(text: str) -> int:
    """How many cells of a terminal `text` takes; ambiguous characters count one, controls none."""
    if text.isascii() and text.isprintable():
        return len(text)
    if "\u200d" in text or "\ufe0f" in text:
        return sum(width for _whole, width in _clusters(text))
    return sum(map(_width, text))


def _clusters(text: str) -> Iterator[tuple[str, int]]:
    """The whole characters of `text` with their cells: a letter and its marks, an emoji family."""
    whole, width, joined = "", 0, False
    for character in text:
        own = 0 if joined else _width(character)
        if own and whole:
            yield whole, width
            whole, width = "", 0
        if character == "\ufe0f" and width == 1 and not joined and re.match(_WIDENED, whole):
            own = 1
        whole, width, joined = whole + character, width + own, character == "\u200d" and not joined
    if whole:
        yield whole, width


def fit(text: str, width: int, align: Literal["left", "right", "centre"] = "left") -> str:
    """`text` in exactly `width` cells: padded, or cut between whole characters and ended with …"""
    have = cell_width(text)
    if have > width:
        text, have = _cut(text, width)
    match align:
        case "left":
            return text + " " * (width - have)
        case "right":
            return " " * (width - have) + text
        case "centre":
            before = (width - have) // 2
            return " " * before + text + " " * (width - have - before)


def _cut(text: str, width: int) -> tuple[str, int]:
    if width < 1:
        return "", 0
    kept, have = "", 0
    for whole, cells in _clusters(text):
        if have + cells > width - 1:
            break
        kept, have = kept + whole, have + cells
    return kept + "…", have + 1


_NOT_FIRST: Final = frozenset("，。、；：！？）」』】》〉〕］｝”’…—·%‰℃,.;:!?)]}～")
_NOT_LAST: Final = frozenset("（「『【《〈〔［｛“‘([{￥＄")
_SPACES: Final = frozenset(" \u3000\t")


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` cells, broken as Chinese and Latin text are; line breaks in `text` stay.

    Spaces at a break are dropped. What fits no line is cut between whole characters.
    """
    return [line for given in text.split("\n") for line in _wrap_line(given.rstrip(), width)]


def _wrap_line(text: str, width: int) -> list[str]:
    if cell_width(text) <= width:
        return [text]
    lines: list[str] = []
    line, have = "", 0
    for unit in _units(text):
        cells = cell_width(unit.rstrip())
        if line and have + cells > width:
            lines.append(line.rstrip())
            line, have = "", 0
        *full, rest = _chop(unit, width) if cells > width else [unit]
        lines += full
        line, have = line + rest, have + cell_width(rest)
    return [*lines, line.rstrip()]


def _chop(unit: str, width: int) -> list[str]:
    """A unit that fits no line, cut between whole characters, the spaces after it on the last piece."""
    pieces: list[str] = []
    piece: list[tuple[str, int]] = []
    for cluster in _clusters(unit.rstrip()):
        if piece and sum(cells for _whole, cells in piece) + cluster[1] > width:
            carried = len(piece) > 1 and cluster[0][0] in _NOT_FIRST and piece[-1][1] + cluster[1] <= width
            kept = len(piece) - carried
            pieces.append("".join(whole for whole, _cells in piece[:kept]).rstrip())
            piece = piece[kept:]
        piece.append(cluster)
    return [*pieces, "".join(whole for whole, _cells in piece) + unit[len(unit.rstrip()) :]]


def _units(text: str) -> Iterator[str]:
    """The pieces of a line that stay together, each with the spaces after it."""
    unit, last, spaced = "", "", False
    last_cells = 0
    for whole, cells in _clusters(text):
        if whole[0] in _SPACES:
            unit, spaced = unit + whole, True
            continue
        may_break = (spaced or cells == 2 or last_cells == 2) and whole[0] not in _NOT_FIRST
        if last and may_break and last[0] not in _NOT_LAST:
            yield unit
            unit = ""
        unit, last, last_cells, spaced = unit + whole, whole, cells, False
    if unit:
        yield unit


# --- folding ------------------------------------------------------------------------------------------------


def fold(text: str) -> str:
    """`text` with full-width and other compatible forms as the plain ones (NFKC), minus and en dash as -."""
    return unicodedata.normalize("NFKC", text).replace("\u2212", "-").replace("\u2013", "-")


def search_key(text: str) -> str:
    """What two texts have in common when a search should take them for the same."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(folded.split())


# --- escaping -----------------------------------------------------------------------------------------------


def neutral(text: str) -> str:
    """`text` as a CSV cell no spreadsheet takes for a formula: a ' before it where it looks like one."""
    if text.startswith(("\t", "\r", "\n")):
        return "'" + text
    start = fold(text.lstrip()[:1])
    if start and start in "=+-@" and not re.fullmatch(r"\s*-[0-9][0-9,]*(?:\.[0-9]+)?%?\s*", text):
        return "'" + text
    return text


def escape_markdown(text: str) -> str:
    """`text` on one line of Markdown, a table cell included, read as the letters it has."""
    line = re.sub(r"[\t\r\n]+", " ", text).strip()
    line = re.sub(r"[\\`*_{}\[\]<>&|~$]", r"\\\g<0>", line)
    line = re.sub(r"^[#+\-=:]", r"\\\g<0>", line)
    return re.sub(r"^([0-9]+)([.)])", r"\1\\\2", line)
