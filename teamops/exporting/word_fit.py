"""How much of a page a document takes, reckoned from its own styles, so that one page's worth stays on one page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from docx.document import Document
from docx.oxml.ns import qn

from teamops.text import cell_width

TEXT_HEIGHT: Final = 16838 - 794 - 709
"""The height of the text in twentieths of a point: A4 less its margins."""

_LATIN: Final = 42
"""The mean width of a Latin character in hundredths of an em; a Chinese one takes all of it."""
_INDENT: Final = 227
_PADDING: Final = 124


def fits(document: Document, width: int) -> bool:
    """Whether the body goes on one page `width` twentieths of a point wide."""
    return sum(heights(document, width)) <= TEXT_HEIGHT


def heights(document: Document, width: int) -> Iterator[int]:
    """The height of each paragraph and table row of the body, in twentieths of a point."""
    sheet: Any = document.styles.element
    styles = {style.get(qn("w:styleId")): style for style in sheet.findall(qn("w:style"))}
    defaults = sheet.find(qn("w:docDefaults"))
    body: Any = document.element.body
    for child in body.iterchildren(qn("w:p"), qn("w:tbl")):
        if child.tag == qn("w:p"):
            yield _height(child, width - _INDENT, styles, defaults)
            continue
        for row in child.tr_lst:
            least = row.find(f"{qn('w:trPr')}/{qn('w:trHeight')}")
            cells = (
                _height(cell.p_lst[0], int(_value(cell, "tcPr/tcW", "w")) - _PADDING, styles, defaults)
                for cell in row.tc_lst
            )
            yield max(16 + max(cells), 0 if least is None else int(least.get(qn("w:val"))))


def _height(paragraph: Any, width: int, styles: dict[str, Any], defaults: Any) -> int:
    named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    style = styles["Normal" if named is None else named.get(qn("w:val"))]
    spacing = style.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
    if spacing is None:
        spacing = defaults.find(f"{qn('w:pPrDefault')}/{qn('w:pPr')}/{qn('w:spacing')}")
    own = style.find(f"{qn('w:rPr')}/{qn('w:sz')}")
    size = int(_value(defaults, "rPrDefault/rPr/sz", "val") if own is None else own.get(qn("w:val")))
    around = sum(int(spacing.get(qn(f"w:{side}")) or 0) for side in ("before", "after"))
    return around + int(spacing.get(qn("w:line"))) * _lines(paragraph, width, 10 * size)


def _lines(paragraph: Any, width: int, em: int) -> int:
    found = paragraph.iter(qn("w:t"), qn("w:br"))
    text = "".join("\n" if piece.tag == qn("w:br") else piece.text or "" for piece in found)
    taken = (
        sum(em if cell_width(one) == 2 else _LATIN * em // 100 for one in line) for line in text.split("\n")
    )
    return sum(max(1, -(-line // width)) for line in taken)


def _value(element: Any, path: str, name: str) -> str:
    found = element.find("/".join(qn(f"w:{part}") for part in path.split("/")))
    return str(found.get(qn(f"w:{name}")))
