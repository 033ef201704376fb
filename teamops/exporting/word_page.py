"""What every DOCX paper has around its text: page, fonts, header, footer, watermark, properties."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from teamops.exporting.fit import Sizes
from teamops.exporting.paper import Paper
from teamops.exporting.word_xml import counter, element, paragraph, run, tab
from teamops.text import cell_width, show

_TAGS = {"en": "en-GB", "zh_Hant": "zh-TW", "zh_Hans": "zh-CN"}
_HANT = {"han": "zh-TW", "han_serif": "PMingLiU", "han_sans": "Microsoft JhengHei"}
_HANS = {"han": "zh-CN", "han_serif": "SimSun", "han_sans": "Microsoft YaHei"}
_FONTS = {"en": _HANT, "zh_Hant": _HANT, "zh_Hans": _HANS}
_OTHER_PARTS = ("stylesWithEffects", "customXml", "numbering", "webSettings", "fontTable", "thumbnail",
                "extended-properties")  # fmt: skip
_WATERMARK = (
    "position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)


def begun(paper: Paper, sizes: Sizes) -> Docx:
    """An empty A4 document with the paper's fonts, header, footer and properties."""
    document = Document()
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, found in relations.items() if found.reltype.endswith(_OTHER_PARTS)]:
            del relations[key]
    _styles(document, paper.language, sizes)
    _settings(document)
    _page(document)
    _header(document, paper)
    _footer(document, paper)
    _properties(document, paper)
    return document


def ended(document: Docx, at: datetime) -> bytes:
    """The document as a file whose inner dates are `at`, so that the same paper gives the same bytes."""
    written, dated = io.BytesIO(), io.BytesIO()
    document.save(written)
    moment = at.astimezone(UTC)
    with ZipFile(written) as source, ZipFile(dated, "w") as target:
        for name in source.namelist():
            day = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
            entry = ZipInfo(name, day)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return dated.getvalue()


def _template(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")


def _styles(document: Docx, language: str, sizes: Sizes) -> None:
    text = _template("word_styles.xml").format(language=_TAGS[language], **_FONTS[language], **asdict(sizes))
    styles = document.styles.element
    styles.clear()
    styles.extend(parse_xml(text.encode()))


def _settings(document: Docx) -> None:
    settings = document.settings.element
    for name in ("themeFontLang", "rsids", "savePreviewPicture"):
        for found in settings.findall(qn(f"w:{name}")):
            settings.remove(found)
    for found in settings.iter(qn("w:compatSetting")):
        if found.get(qn("w:name")) == "compatibilityMode":
            found.set(qn("w:val"), "15")


def _page(document: Docx) -> None:
    body = document.element.body
    body.clear()
    size = element("pgSz", w=11906, h=16838)
    margins = element("pgMar", top=794, right=907, bottom=709, left=907, header=454, footer=369, gutter=0)
    body.append(element("sectPr", size, margins))


def _header(document: Docx, paper: Paper) -> None:
    watermark = (_watermark(paper.watermark, _FONTS[paper.language]["han_sans"]),) if paper.watermark else ()
    header = document.sections[0].header
    header.is_linked_to_previous = False
    header.part.element[:] = [
        paragraph(*watermark, run(paper.standing), tab(), run(paper.number), style="Header")
    ]


def _watermark(text: str, font: str) -> BaseOxmlElement:
    """Pale words across the page; the shares of its height a letter is wide are those Word itself uses."""
    cells = max(cell_width(text), 4)
    share = 0.5 if cells > len(text) else 0.36
    height = min(120, int(420 / share / cells))
    drawing = parse_xml(_template("word_watermark.xml"))
    shape = drawing[0][-1]
    shape.set("style", _WATERMARK.format(width=int(height * share * cells), height=height))
    shape[0].set("style", f'font-family:"{font}";font-size:1pt;font-weight:bold')
    shape[0].set("string", show(text))
    return drawing


def _footer(document: Docx, paper: Paper) -> None:
    pieces = (paper.made.digest, "\t", *re.split(r"(\{\w+\})", paper.made.pages), "\t", paper.made.day)
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    footer.part.element[:] = [
        paragraph(*(one for piece in pieces if piece for one in _foot_runs(piece)), style="Footer")
    ]


def _foot_runs(piece: str) -> Iterator[BaseOxmlElement]:
    match piece:
        case "{page}":
            yield from counter("PAGE")
        case "{pages}":
            yield from counter("NUMPAGES")
        case "\t":
            yield tab()
        case _:
            yield run(piece)


def _properties(document: Docx, paper: Paper) -> None:
    properties = document.core_properties
    moment = paper.made.at.astimezone(UTC).replace(tzinfo=None)
    properties.title = show(paper.title)[:255]
    properties.subject = show(paper.number)[:255]
    properties.author = properties.last_modified_by = "teamops"
    properties.comments = ""
    properties.language = _TAGS[paper.language]
    properties.revision = paper.version
    properties.created = properties.modified = moment
