"""Minutes as DOCX: page, fonts, tables, properties, and the one page they have to fill."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from teamops.exporting import minutes
from teamops.exporting.fit import STEPS, sizes
from teamops.exporting.paper import Column, Heading, Paper, Paragraph, Table
from teamops.exporting.word import write_word
from teamops.i18n import LANGUAGES
from teamops.text import show
from tests.exporting import sample
from tests.exporting.told import TOLD

Draw = Callable[..., Paper]
TEXT_WIDTH = 11906 - 2 * 907


def opened(data: bytes) -> Any:
    return Document(io.BytesIO(data))


def parts(data: bytes) -> dict[str, str]:
    with ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def value(element: Any, path: str, attribute: str = "val") -> str:
    found = element.find("/".join(qn(f"w:{step}") for step in path.split("/")))
    assert found is not None, path
    text: str = found.get(qn(f"w:{attribute}"))
    return text


def test_the_page_is_a4_upright(minutes_paper: Draw) -> None:
    section = opened(write_word(minutes_paper())).element.body.sectPr
    assert (value(section, "pgSz", "w"), value(section, "pgSz", "h")) == ("11906", "16838")
    assert (value(section, "pgMar", "left"), value(section, "pgMar", "right")) == ("907", "907")


@pytest.mark.parametrize(
    ("language", "serif", "sans", "tag"),
    [
        ("en", "PMingLiU", "Microsoft JhengHei", "en-GB"),
        ("zh_Hant", "PMingLiU", "Microsoft JhengHei", "zh-TW"),
        ("zh_Hans", "SimSun", "Microsoft YaHei", "zh-CN"),
    ],
)
def test_fonts_of_both_scripts_are_named(
    minutes_paper: Draw, language: str, serif: str, sans: str, tag: str
) -> None:
    files = parts(write_word(minutes_paper(language, signatures=())))
    styles = opened(write_word(minutes_paper(language))).styles.element
    fonts = {
        style.get(qn("w:styleId")): style.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        for style in styles.findall(qn("w:style"))
    }
    default = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert value(default, "rFonts", "ascii") == "Times New Roman"
    assert value(default, "rFonts", "eastAsia") == serif
    assert value(default, "lang") == tag
    assert value(default, "lang", "eastAsia") == ("zh-CN" if language == "zh_Hans" else "zh-TW")
    assert {fonts[name].get(qn("w:eastAsia")) for name in ("Title", "Heading1", "Label")} == {sans}
    assert not any(re.search(r"w:(ascii|hAnsi|eastAsia|cs)[Tt]heme=", text) for text in files.values())
    assert f'font-family:"{sans}"' in files["word/header1.xml"].replace("&quot;", '"')


def test_body_and_tables_have_their_sizes(minutes_paper: Draw) -> None:
    document = opened(write_word(minutes_paper("zh_Hant")))
    default = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert value(default, "sz") == "20"
    assert document.styles["Table Text"].font.size.pt == 9
    ruled = [table for table in document.tables if table._tbl.find(f".//{qn('w:insideH')}") is not None]
    texts = [paragraph for table in ruled for paragraph in table._tbl.iter(qn("w:p"))]
    assert {value(paragraph, "pPr/pStyle") for paragraph in texts} == {"TableText"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_fill_the_width_exactly(minutes_paper: Draw, language: str) -> None:
    tables = opened(write_word(minutes_paper(language))).tables
    assert len(tables) == 6
    for table in tables:
        grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.iter(qn("w:gridCol"))]
        assert sum(grid) == TEXT_WIDTH
        assert value(table._tbl.tblPr, "tblLayout", "type") == "fixed"
        for row in table._tbl.tr_lst:
            assert sum(int(value(cell, "tcPr/tcW", "w")) for cell in row.tc_lst) == TEXT_WIDTH
            assert sum(cell.grid_span for cell in row.tc_lst) == len(grid)


def test_titles_are_repeated_and_rows_stay_whole(minutes_paper: Draw) -> None:
    figures, decisions, actions, earlier = opened(write_word(minutes_paper())).tables[1:5]
    for table in (figures, decisions, actions, earlier):
        rows = table._tbl.tr_lst
        assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [
            True,
            *[False] * (len(rows) - 1),
        ]
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
    assert decisions.rows[3].cells[1].text == "The client evening is held on 20 November."


@pytest.mark.parametrize(("text", "whole"), [("x" * 1500, True), ("x" * 1501, False), ("x\n" * 40, False)])
def test_a_row_taller_than_a_page_may_break(minutes_paper: Draw, text: str, *, whole: bool) -> None:
    blocks = (Table((Column("", 1),), ((text,),)),)
    paper = minutes_paper()
    drawn = opened(write_word(Paper(paper.title, "", 1, (), blocks, paper.made))).tables[0]._tbl.tr_lst[1]
    assert (drawn.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None) is whole


def test_header_and_footer_carry_number_digest_and_pages(minutes_paper: Draw) -> None:
    section = opened(write_word(minutes_paper(v=2, latest=2))).sections[0]
    assert section.header.paragraphs[0].text == "Version 2\tNo. MM2026-0204"
    footer = section.footer.paragraphs[0]
    assert footer.text.split("\t") == [
        "Ledger digest 8412 · 3f9a12c07b1e · version 2",
        "Page 1 of 1",
        "Made on 2026/11/05 09:12",
    ]
    codes = [code.text for code in footer._p.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(("changes", "said"), [({}, []), ({"signatures": ()}, ["DRAFT"])])
def test_watermark_only_where_there_is_one(
    minutes_paper: Draw, changes: dict[str, object], said: list[str]
) -> None:
    header = parts(write_word(minutes_paper(**changes)))["word/header1.xml"]
    assert re.findall(r'string="([^"]*)"', header) == said


def test_properties_come_from_the_paper_and_its_moment(minutes_paper: Draw) -> None:
    properties = opened(write_word(minutes_paper("zh_Hans", v=3, latest=3))).core_properties
    assert properties.title.startswith("东方证券海港营业部")
    assert properties.created == properties.modified == sample.MADE_AT
    assert (properties.author, properties.comments, properties.revision) == ("teamops", "", 3)
    assert properties.language == "zh-CN"


def test_same_paper_same_bytes(minutes_paper: Draw) -> None:
    assert write_word(minutes_paper()) == write_word(minutes_paper())


def test_dates_inside_are_those_of_the_making(minutes_paper: Draw) -> None:
    with ZipFile(io.BytesIO(write_word(minutes_paper()))) as file:
        assert {entry.date_time for entry in file.infolist()} == {(2026, 11, 5, 1, 12, 30)}


def test_another_moment_changes_nothing_but_itself(minutes_paper: Draw) -> None:
    later = minutes.paper(sample.view(), made_at=sample.MADE_AT + timedelta(hours=1))
    first, second = parts(write_word(minutes_paper())), parts(write_word(later))
    changed = {name for name in first if first[name] != second[name]}
    assert changed == {"docProps/core.xml", "word/footer1.xml"}


def test_the_file_says_nothing_of_its_template(minutes_paper: Draw) -> None:
    files = parts(write_word(minutes_paper()))
    assert not any("python-docx" in text or "Macintosh" in text for text in files.values())
    assert not any(re.search("thumbnail|customXml|stylesWithEffects", name) for name in files)


def test_every_word_reaches_the_file(hostile: str, hostile_paper: Paper) -> None:
    document = opened(write_word(hostile_paper))
    said = show(hostile, lines=True)
    assert document.paragraphs[0].text == said
    assert document.tables[1].rows[1].cells[0].text == said
    assert document.tables[0].rows[0].cells[1].text == said
    assert document.core_properties.title == show(hostile)[:255]


def test_minutes_of_hostile_words_have_the_shape_of_any_minutes(hostile: str, hostile_minutes: Paper) -> None:
    document = opened(write_word(hostile_minutes))
    usual = opened(write_word(minutes.paper(sample.said_everywhere("x"), made_at=sample.MADE_AT)))
    assert len(document.paragraphs) == len(usual.paragraphs)
    assert [len(table.rows) for table in document.tables] == [len(table.rows) for table in usual.tables]
    assert document.tables[2].rows[1].cells[1].text == show(hostile, lines=True)
    files = parts(write_word(hostile_minutes))
    assert re.findall("<w:instrText[^>]*>([^<]*)", "".join(files.values())) == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_type_is_as_large_as_one_page_allows(minutes_paper: Draw, language: str) -> None:
    paper = minutes_paper(language, body=sample.busy(TOLD[language]))
    document, chosen = opened(write_word(paper)), sizes(paper)
    default = document.styles.element.find(qn("w:docDefaults"))
    assert value(default, "rPrDefault/rPr/sz") == str(chosen.size)
    assert value(default, "pPrDefault/pPr/spacing", "line") == str(chosen.line)
    table = document.styles["Table Text"]
    assert table.font.size.pt == chosen.table_size / 2
    assert value(table.element, "pPr/spacing", "line") == str(chosen.table_line)
    assert chosen.size < STEPS[language][1].size


def test_a_figure_is_never_torn_from_a_chinese_name_within(minutes_paper: Draw) -> None:
    chinese, english = (opened(write_word(minutes_paper(language))) for language in ("zh_Hant", "en"))
    assert chinese.tables[1].rows[1].cells[5].text.startswith("陳宇 2\N{IDEOGRAPHIC SPACE}趙磊 1")
    assert "Chen\N{NO-BREAK SPACE}Yu\N{NO-BREAK SPACE}2, Zhao" in english.tables[1].rows[1].cells[5].text


def test_headings_are_headings_and_items_hang(minutes_paper: Draw) -> None:
    paper = minutes_paper()
    document = opened(write_word(paper))
    headings = [block.text for block in paper.blocks if isinstance(block, Heading)]
    found = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    assert [text.split("　")[0] for text in found] == headings
    items = [block for block in paper.blocks if isinstance(block, Paragraph) and block.item]
    assert sum(paragraph.style.name == "Item" for paragraph in document.paragraphs) == len(items)
