"""The few elements a DOCX paper is built of."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from teamops.text import show


def element(tag: str, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """A `w:` element with `w:` attributes, holding `children` in their order."""
    made = OxmlElement(f"w:{tag}", {qn(f"w:{name}"): str(value) for name, value in attributes.items()})
    made.extend(children)
    return made


def run(text: str, style: str = "") -> BaseOxmlElement:
    """Text in a character style; a line break stays, what Word cannot take is made visible."""
    made = element("r", *_style("rPr", "rStyle", style))
    for number, line in enumerate(show(text, lines=True).split("\n")):
        if number:
            made.append(element("br"))
        piece = element("t")
        piece.text = line
        piece.set(qn("xml:space"), "preserve")
        made.append(piece)
    return made


def tab() -> BaseOxmlElement:
    """A jump to the next tab stop."""
    return element("r", element("tab"))


def counter(code: str) -> Iterator[BaseOxmlElement]:
    """A field Word counts itself: PAGE, NUMPAGES."""
    instruction = element("instrText")
    instruction.text = code
    yield element("r", element("fldChar", fldCharType="begin"))
    yield element("r", instruction)
    yield element("r", element("fldChar", fldCharType="separate"))
    yield run("1")
    yield element("r", element("fldChar", fldCharType="end"))


def paragraph(
    *runs: BaseOxmlElement, style: str = "", align: str = "left", keep: bool = False
) -> BaseOxmlElement:
    """A paragraph; with `keep` it stays on the page of the one after it."""
    properties = [*_named("pStyle", style)]
    if keep:
        properties.append(element("keepNext"))
    if align != "left":
        properties.append(element("jc", val=align))
    return element("p", element("pPr", *properties), *runs)


def _style(group: str, tag: str, style: str) -> Iterator[BaseOxmlElement]:
    if style:
        yield element(group, *_named(tag, style))


def _named(tag: str, style: str) -> Iterator[BaseOxmlElement]:
    if style:
        yield element(tag, val=style)
