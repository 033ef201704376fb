"""How much of a page a paper takes, reckoned before it is written, so that one page's worth stays on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from teamops.exporting.paper import (
    Block,
    Field,
    Heading,
    Paper,
    Paragraph,
    SignLines,
    Table,
    in_pairs,
    shares,
)
from teamops.text import cell_width, show

WIDTH: Final = 10092
"""The width of the text in twentieths of a point: A4 less two margins of 16 mm."""
HEIGHT: Final = 16838 - 794 - 709
"""The height of the text in twentieths of a point: A4 less its margins."""
LABEL: Final = 1130
"""The width of a label of the head block in twentieths of a point."""
PADDING: Final = {"top": 10, "left": 62, "bottom": 2, "right": 62}
"""What a cell keeps free around its text in twentieths of a point."""
SIGN_ROW: Final = 400
"""The height of a row to sign on in twentieths of a point."""

_SPARE: Final = 500
_INDENT: Final = 227
_GAP: Final = 40
_RULE: Final = 10
_BEFORE_HEADING: Final = 50
_TITLE: Final = (32, 400, 60)


@dataclass(frozen=True, slots=True)
class Sizes:
    """Type in half points and lines in twentieths of a point, set exactly: all programs fill a page alike."""

    size: int
    line: int
    table_size: int
    table_line: int


_CHINESE: Final = (
    Sizes(21, 260, 18, 224),
    Sizes(20, 246, 18, 212),
    Sizes(19, 232, 18, 204),
    Sizes(18, 218, 17, 194),
    Sizes(17, 206, 16, 184),
)
_ENGLISH: Final = (
    Sizes(20, 252, 18, 218),
    Sizes(19, 238, 18, 208),
    Sizes(18, 226, 18, 202),
    Sizes(17, 212, 17, 194),
    Sizes(16, 200, 16, 184),
)
STEPS: Final = {"en": _ENGLISH, "zh_Hant": _CHINESE, "zh_Hans": _CHINESE}
"""The sizes of each language: the usual ones, then snugger and snugger."""


def sizes(paper: Paper) -> Sizes:
    """The sizes to set a paper in: what runs a little over one page is set snugger, what is longer is not."""
    usual, *snugger = STEPS[paper.language]
    if height(paper, snugger[-1]) > HEIGHT - _SPARE:
        return usual
    return next(step for step in (usual, *snugger) if height(paper, step) <= HEIGHT - _SPARE)


def height(paper: Paper, sizes: Sizes) -> int:
    """What a paper takes between its header and its footer, in twentieths of a point."""
    size, line, after = _TITLE
    title = line * _lines(paper.title, WIDTH, size) + after
    return title + _head(paper.head, sizes) + sum(_block(paper, block, sizes) for block in paper.blocks)


def _head(rows: Sequence[Sequence[Field]], sizes: Sizes) -> int:
    pairs = max(map(len, rows), default=1)
    return _GAP + sum(_row(_fields(row, WIDTH // pairs), sizes) for row in rows)


def _fields(row: Sequence[Field], pair: int) -> Iterator[tuple[str, int]]:
    """Labels and values with their widths; the last value has what is left of the row."""
    for place, field in enumerate(row, 1):
        yield field.label, LABEL
        yield field.value, (WIDTH - (place - 1) * pair if place == len(row) else pair) - LABEL


def _block(paper: Paper, block: Block, sizes: Sizes) -> int:
    match block:
        case Heading():
            return _BEFORE_HEADING + sizes.line * _lines(f"{block.text}　{block.aside}", WIDTH, sizes.size)
        case Paragraph():
            said = f"{block.label}{paper.colon}{block.text}" if block.label else block.text
            return sizes.line * _lines(said, WIDTH - _INDENT if block.item else WIDTH, sizes.size)
        case Table():
            widths = shares(block.columns, WIDTH)
            rows = ([column.title for column in block.columns], *block.rows)
            return _GAP + sum(_row(zip(row, widths, strict=True), sizes) for row in rows)
        case SignLines():
            return _GAP + SIGN_ROW * len(in_pairs(block.lines))


def _row(cells: Iterable[tuple[str, int]], sizes: Sizes) -> int:
    padding = PADDING["left"] + PADDING["right"]
    lines = max((_lines(text, width - padding, sizes.table_size) for text, width in cells), default=1)
    return PADDING["top"] + PADDING["bottom"] + _RULE + sizes.table_line * lines


def _lines(text: str, width: int, size: int) -> int:
    return sum(_filled(line, width * 100, 10 * size) for line in show(text, lines=True).split("\n"))


def _filled(line: str, width: int, em: int) -> int:
    """How many lines a text fills; `width` in hundredths of what `em` is in."""
    lines, left = 1, width
    for needed, trailing in _pieces(line):
        piece = needed * em
        if piece > left and left < width:
            lines, left = lines + 1, width
        if piece > width:
            more = -(-piece // width) - 1
            lines, left = lines + more, width * (more + 1)
        left -= piece + trailing * em
    return lines


def _pieces(line: str) -> Iterator[tuple[int, int]]:
    """What no line breaks: a word or a wide character with the space after it, in hundredths of an em."""
    word = 0
    for character in line:
        if character == " ":
            yield word, 25
            word = 0
        elif cell_width(character) == 2:
            if word:
                yield word, 0
            yield 100, 0
            word = 0
        else:
            word += _advance(character)
    if word:
        yield word, 0


def _advance(character: str) -> int:
    """The width of a narrow character of a serif face in hundredths of an em."""
    if character in "ijltfr.,:;'|!/()[]-\N{NO-BREAK SPACE}":
        return 29
    if character in "acesz":
        return 43
    return 70 if character.isupper() or character in "mw%&" else 50
