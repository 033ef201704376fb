"""Minutes as HTML: one file, nothing fetched, every word escaped."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser

import pytest

from teamops.exporting import minutes
from teamops.exporting.fit import STEPS, sizes
from teamops.exporting.html import write_html
from teamops.exporting.paper import Paper
from teamops.i18n import LANGUAGES
from teamops.text import show
from tests.exporting import sample
from tests.exporting.told import TOLD

Draw = Callable[..., Paper]
VOID = {"meta", "col", "br"}
KNOWN = {
    "html", "head", "meta", "title", "style", "body", "div", "p", "span", "h1", "h2", "small", "ul", "li",
    "b", "table", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "br", "footer",
}  # fmt: skip


class Reader(HTMLParser):
    """Tags, attributes, and text by the tag it stands in; tags must close as they opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.text.setdefault(self.open[-1], []).append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


@pytest.mark.parametrize(("language", "tag"), [("en", "en"), ("zh_Hant", "zh-Hant"), ("zh_Hans", "zh-Hans")])
def test_language_and_fonts(minutes_paper: Draw, language: str, tag: str) -> None:
    page = write_html(minutes_paper(language))
    assert f'<html lang="{tag}">' in page
    assert ("SimSun" in page, "PMingLiU" in page) == (tag == "zh-Hans", tag != "zh-Hans")


def test_it_prints_on_a4_and_asks_for_nothing(minutes_paper: Draw) -> None:
    page = write_html(minutes_paper())
    assert "size: A4" in page
    assert 'content: "Page " counter(page) " of " counter(pages);' in page
    assert not re.search(r"(?i)https?:|url\(|src=|href=|@import", page)
    assert "default-src 'none'" in page


def test_the_table_says_its_titles_again_on_each_page(minutes_paper: Draw) -> None:
    reader = read(write_html(minutes_paper()))
    assert reader.tags.count("thead") == 4
    assert "".join(reader.text["h1"]) == "Harbour Branch · Minutes of the morning meeting"


@pytest.mark.parametrize("language", LANGUAGES)
def test_type_is_as_large_as_one_page_allows(minutes_paper: Draw, language: str) -> None:
    usual, snug = STEPS[language][1], STEPS[language][-1]
    assert f"--size: {usual.size / 2:g}pt" in write_html(minutes_paper(language))
    page = write_html(minutes_paper(language, body=sample.busy(TOLD[language])))
    chosen = sizes(minutes_paper(language, body=sample.busy(TOLD[language])))
    assert f"--size: {chosen.size / 2:g}pt; --line: {chosen.line / 20:g}pt;" in page
    assert f"--table-size: {chosen.table_size / 2:g}pt; --table-line: {chosen.table_line / 20:g}pt;" in page
    assert snug.size <= chosen.size < usual.size


def test_a_name_and_its_figure_stay_together(minutes_paper: Draw) -> None:
    assert '<td class="left together">陳宇\N{NO-BREAK SPACE}2' in write_html(minutes_paper("zh_Hant"))


def test_the_same_paper_gives_the_same_bytes_but_for_the_moment(minutes_paper: Draw) -> None:
    page = write_html(minutes_paper())
    assert page == write_html(minutes_paper())
    later = write_html(minutes.paper(sample.view(), made_at=sample.MADE_AT + timedelta(hours=1)))
    assert page.replace("2026/11/05 09:12</span></footer>", "2026/11/05 10:12</span></footer>") == later


@pytest.mark.parametrize(("text", "size"), [("DRAFT", 110), ("CORRECTION, VERSION 12", 40)])
def test_a_long_watermark_stays_on_the_page(minutes_paper: Draw, text: str, size: int) -> None:
    page = write_html(replace(minutes_paper(), watermark=text))
    assert f'<div class="watermark" style="font-size:{size}pt">{text}</div>' in page


@pytest.mark.parametrize(("changes", "drawn"), [({}, 0), ({"signatures": ()}, 1)])
def test_watermark_only_where_it_is_due(minutes_paper: Draw, changes: dict[str, object], drawn: int) -> None:
    assert write_html(minutes_paper(**changes)).count('class="watermark"') == drawn


def test_every_word_is_escaped(hostile: str, hostile_paper: Paper) -> None:
    reader = read(write_html(hostile_paper))
    assert set(reader.tags) <= KNOWN
    assert {name for name, _value in reader.attributes} <= {
        "lang", "charset", "http-equiv", "content", "name", "class", "style", "colspan",
    }  # fmt: skip
    assert "".join(reader.text["h1"]) == show(hostile, lines=True).replace("\n", "")
    assert "".join(reader.text["title"]) == show(hostile)


def test_minutes_of_hostile_words_have_the_tags_of_any_minutes(hostile_minutes: Paper) -> None:
    usual = minutes.paper(sample.said_everywhere("x"), made_at=sample.MADE_AT)
    tags = [tag for tag in read(write_html(hostile_minutes)).tags if tag != "br"]
    assert tags == [tag for tag in read(write_html(usual)).tags if tag != "br"]


def test_every_cell_says_what_was_typed(hostile: str, hostile_minutes: Paper) -> None:
    cells = read(write_html(hostile_minutes)).text["td"]
    said = show(hostile, lines=True).split("\n")
    decision = next(n for n, text in enumerate(cells) if text == "R2026-118") + 1
    assert cells[decision : decision + len(list(filter(None, said)))] == list(filter(None, said))


def test_only_known_characters_reach_the_file(hostile_paper: Paper) -> None:
    page = write_html(hostile_paper)
    page.encode()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u200b\u2028]", page)
