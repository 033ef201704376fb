"""Minutes as HTML: one file, nothing fetched, every word escaped."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from teamops.exporting.html import write_html
from teamops.exporting.paper import Paper
from teamops.text import show

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


def test_only_known_characters_reach_the_file(hostile_paper: Paper) -> None:
    page = write_html(hostile_paper)
    page.encode()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u200b\u2028]", page)
