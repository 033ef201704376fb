"""Papers as one self-contained page of HTML, made to be printed from a browser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from teamops.exporting.fit import Sizes, sizes
from teamops.exporting.paper import (
    Block,
    Column,
    Field,
    Heading,
    Paper,
    Paragraph,
    SignLine,
    SignLines,
    Table,
    in_pairs,
    shares,
)
from teamops.text import cell_width, show

_TAGS = {"en": "en", "zh_Hant": "zh-Hant", "zh_Hans": "zh-Hans"}
_LATIN = ('"Times New Roman", "Liberation Serif"', "Calibri, Carlito, Arial")
_HANT = (
    'PMingLiU, "Songti TC", "Noto Serif CJK TC"',
    '"Microsoft JhengHei", "PingFang TC", "Noto Sans CJK TC"',
)
_HANS = ('SimSun, "Songti SC", "Noto Serif CJK SC"', '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC"')
_HAN = {"en": _HANT, "zh_Hant": _HANT, "zh_Hans": _HANS}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write_html(paper: Paper) -> str:
    """The paper as one file that asks for no other; it prints on A4."""
    return "\n".join((*_top(paper), *_head(paper), *_blocks(paper), *_foot(paper)))


def _top(paper: Paper) -> Iterator[str]:
    serif, sans = (
        f"{latin}, {han}, {kind}"
        for latin, han, kind in zip(_LATIN, _HAN[paper.language], ("serif", "sans-serif"), strict=True)
    )
    yield "<!DOCTYPE html>"
    yield f'<html lang="{_TAGS[paper.language]}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(show(paper.title))}</title>"
    yield "<style>"
    label = serif if paper.language == "en" else sans
    yield f":root {{ --serif: {serif}; --sans: {sans}; --label: {label}; {_sizes(sizes(paper))} }}"
    yield f"@page {{ @bottom-center {{ font: 8pt {serif}; content: {_page_counter(paper.made.pages)}; }} }}"
    yield Path(__file__).with_name("paper.css").read_text("utf-8").rstrip()
    yield "</style>"
    yield "</head>"
    yield "<body>"


def _sizes(set_in: Sizes) -> str:
    text = f"--size: {set_in.size / 2:g}pt; --line: {set_in.line / 20:g}pt;"
    return f"{text} --table-size: {set_in.table_size / 2:g}pt; --table-line: {set_in.table_line / 20:g}pt;"


def _page_counter(pages: str) -> str:
    """“Page {page} of {pages}” as CSS counts it."""
    counters = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
    return " ".join(counters.get(piece) or f'"{piece}"' for piece in re.split(r"(\{\w+\})", pages) if piece)


def _head(paper: Paper) -> Iterator[str]:
    if paper.watermark:
        size = min(110, 900 // max(1, cell_width(show(paper.watermark))))
        yield f'<div class="watermark" style="font-size:{size}pt">{_said(paper.watermark)}</div>'
    yield f'<p class="top"><span>{_said(paper.standing)}</span><span>{_said(paper.number)}</span></p>'
    yield f"<h1>{_said(paper.title)}</h1>"
    pairs = max(map(len, paper.head), default=0)
    yield '<table class="head">'
    yield _columns([20, (178 - 20 * pairs) // pairs] * pairs if pairs else [])
    for row in paper.head:
        yield f"<tr>{''.join(_fields(row, pairs))}</tr>"
    yield "</table>"


def _fields(row: tuple[Field, ...], pairs: int) -> Iterator[str]:
    for place, field in enumerate(row, 1):
        span = f' colspan="{2 * (pairs - place) + 1}"' if place == len(row) < pairs else ""
        yield f"<th>{_said(field.label)}</th><td{span}>{_said(field.value)}</td>"


def _blocks(paper: Paper) -> Iterator[str]:
    listing = False
    for block in paper.blocks:
        item = isinstance(block, Paragraph) and block.item
        if item is not listing:
            yield "<ul>" if item else "</ul>"
            listing = item
        yield from _block(paper, block)
    if listing:
        yield "</ul>"


def _block(paper: Paper, block: Block) -> Iterator[str]:
    match block:
        case Heading():
            aside = f"<small>{_said(block.aside)}</small>" if block.aside else ""
            yield f"<h2>{_said(block.text)}{aside}</h2>"
        case Paragraph():
            label = f"<b>{_said(block.label)}</b>{paper.colon}" if block.label else ""
            tag = "li" if block.item else "p"
            yield f"<{tag}>{label}{_said(block.text)}</{tag}>"
        case Table():
            yield from _table(block)
        case SignLines():
            yield '<table class="sign">'
            yield _columns((37, 52, 37, 52))
            for left, right in in_pairs(block.lines):
                beside = _sign(paper, right) if right else ""
                yield f"<tr>{_sign(paper, left, alone=right is None)}{beside}</tr>"
            yield "</table>"


def _table(table: Table) -> Iterator[str]:
    yield "<table>"
    yield _columns(shares(table.columns, 178))
    yield f"<thead><tr>{''.join(_cell('th', column, column.title) for column in table.columns)}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        cells = (_cell("td", column, text) for column, text in zip(table.columns, row, strict=True))
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody>"
    yield "</table>"


def _cell(tag: str, column: Column, text: str) -> str:
    kind = f"{column.align} together" if column.together else column.align
    return f'<{tag} class="{kind}">{_said(text)}</{tag}>'


def _sign(paper: Paper, line: SignLine, *, alone: bool = False) -> str:
    span = ' colspan="3"' if alone else ""
    return f'<td><b>{_said(line.title)}</b>{paper.colon}</td><td class="line"{span}>{_said(line.signed)}</td>'


def _columns(widths: Iterable[int]) -> str:
    columns = (f'<col style="width:{width}mm">' for width in widths)
    return f"<colgroup>{''.join(columns)}</colgroup>"


def _foot(paper: Paper) -> Iterator[str]:
    yield f"<footer><span>{_said(paper.made.digest)}</span><span>{_said(paper.made.day)}</span></footer>"
    yield "</body>"
    yield "</html>"
    yield ""


def _said(text: str) -> str:
    return "<br>".join(map(escape, show(text, lines=True).split("\n")))
