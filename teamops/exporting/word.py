"""Papers as DOCX, laid out the same in Word and in LibreOffice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from docx.oxml.xmlchemy import BaseOxmlElement

from teamops.exporting.fit import LABEL, PADDING, SIGN_ROW, WIDTH, sizes
from teamops.exporting.paper import (
    Align,
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
from teamops.exporting.word_page import begun, ended
from teamops.exporting.word_xml import element, paragraph, run, tab

_SIGN = (2100, 2946, 2100, 2946)
_TALL = 1500
"""A row with a cell of more characters than this may go over two pages; a line break counts for forty."""


def write_word(paper: Paper) -> bytes:
    """The paper as a DOCX file; the same paper gives the same bytes."""
    document = begun(paper, sizes(paper))
    end = document.element.body[-1]
    for piece in _head(paper):
        end.addprevious(piece)
    for block, following in zip_longest(paper.blocks, paper.blocks[1:]):
        for piece in _block(paper, block, keep=isinstance(following, SignLines)):
            end.addprevious(piece)
    return ended(document, paper.made.at)


def _head(paper: Paper) -> Iterator[BaseOxmlElement]:
    yield paragraph(run(paper.title), style="Title")
    if paper.head:
        pairs = max(map(len, paper.head))
        widths = [LABEL, WIDTH // pairs - LABEL] * pairs
        widths[-1] += WIDTH % pairs
        yield _table(widths, (_row(_fields(row, widths)) for row in paper.head))
        yield paragraph(style="Gap")


def _fields(row: Sequence[Field], widths: Sequence[int]) -> Iterator[BaseOxmlElement]:
    for place, field in enumerate(row):
        start, last = 2 * place + 1, place == len(row) - 1
        columns = widths[start:] if last else widths[start : start + 1]
        yield _cell(_words(field.label, "Label"), LABEL, shaded=True)
        yield _cell(_words(field.value), sum(columns), span=len(columns))


def _block(paper: Paper, block: Block, *, keep: bool) -> Iterator[BaseOxmlElement]:
    match block:
        case Heading():
            aside = (run(f"　{block.aside}", "Aside"),) if block.aside else ()
            yield paragraph(run(block.text), *aside, style="Heading1")
        case Paragraph():
            mark = (run("•"), tab()) if block.item else ()
            label = (run(block.label, "Label"), run(paper.colon)) if block.label else ()
            style = "Item" if block.item else ""
            yield paragraph(*mark, *label, run(block.text), style=style, keep=keep)
        case Table():
            yield _table(*_ruled(paper, block))
            yield paragraph(style="Gap", keep=keep)
        case SignLines():
            yield _table(_SIGN, _sign_rows(paper, block), ruled=False)
            yield paragraph(style="Gap")


def _ruled(paper: Paper, table: Table) -> tuple[list[int], Iterator[BaseOxmlElement]]:
    widths = shares(table.columns, WIDTH)

    def rows() -> Iterator[BaseOxmlElement]:
        titles = zip(table.columns, widths, strict=True)
        yield _row(
            (
                _cell(_words(column.title, "Label", column.align, keep=True), width, shaded=True)
                for column, width in titles
            ),
            header=True,
        )
        for texts in table.rows:
            cells = zip(texts, table.columns, widths, strict=True)
            whole = all(len(text) + 40 * text.count("\n") <= _TALL for text in texts)
            yield _row(
                (_cell(_entry(paper, text, column), width) for text, column, width in cells), whole=whole
            )

    return widths, rows()


def _table(widths: Sequence[int], rows: Iterable[BaseOxmlElement], *, ruled: bool = True) -> BaseOxmlElement:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV") if ruled else ()
    return element(
        "tbl",
        element(
            "tblPr",
            element("tblW", w=sum(widths), type="dxa"),
            element("tblBorders", *(_rule(edge, "666666") for edge in edges)),
            element("tblLayout", type="fixed"),
            element("tblCellMar", *(element(side, w=width, type="dxa") for side, width in PADDING.items())),
        ),
        element("tblGrid", *(element("gridCol", w=width) for width in widths)),
        *rows,
    )


def _rule(edge: str, colour: str) -> BaseOxmlElement:
    return element(edge, val="single", sz=4, space=0, color=colour)


def _row(
    cells: Iterable[BaseOxmlElement], *, whole: bool = True, header: bool = False, height: int = 0
) -> BaseOxmlElement:
    properties = []
    if whole:
        properties.append(element("cantSplit"))
    if height:
        properties.append(element("trHeight", val=height, hRule="atLeast"))
    if header:
        properties.append(element("tblHeader"))
    return element("tr", element("trPr", *properties), *cells)


def _cell(
    text: BaseOxmlElement,
    width: int,
    *,
    span: int = 1,
    shaded: bool = False,
    low: bool = False,
    line: bool = False,
) -> BaseOxmlElement:
    properties = [element("tcW", w=width, type="dxa")]
    if span > 1:
        properties.append(element("gridSpan", val=span))
    if line:
        properties.append(element("tcBorders", _rule("bottom", "000000")))
    if shaded:
        properties.append(element("shd", val="clear", color="auto", fill="F0F0F0"))
    properties.append(element("vAlign", val="bottom" if low else "center"))
    return element("tc", element("tcPr", *properties), text)


def _words(text: str, style: str = "", align: Align = Align.LEFT, *, keep: bool = False) -> BaseOxmlElement:
    return paragraph(run(text, style), style="TableText", align=align, keep=keep)


def _entry(paper: Paper, text: str, column: Column) -> BaseOxmlElement:
    """The words of a cell; LibreOffice breaks within a figure that no space parts from a Chinese name."""
    parted = column.together and paper.language != "en"
    return _words(text.replace("\N{NO-BREAK SPACE}", " ") if parted else text, "", column.align)


def _sign_rows(paper: Paper, block: SignLines) -> Iterator[BaseOxmlElement]:
    pairs = in_pairs(block.lines)
    for n, (left, right) in enumerate(pairs, 1):
        keep = n < len(pairs)
        cells = [*_sign(paper, left, keep=keep, span=1 if right else 3)]
        if right:
            cells += _sign(paper, right, keep=keep, span=1)
        yield _row(cells, height=SIGN_ROW)


def _sign(paper: Paper, line: SignLine, *, keep: bool, span: int) -> Iterator[BaseOxmlElement]:
    title = paragraph(run(line.title, "Label"), run(paper.colon), keep=keep)
    yield _cell(title, _SIGN[0], low=True)
    yield _cell(
        paragraph(run(line.signed), keep=keep), sum(_SIGN[1 : 1 + span]), span=span, low=True, line=True
    )
