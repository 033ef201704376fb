"""What the tests of papers share: the sample on paper, and hostile text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from teamops.exporting import minutes
from teamops.exporting.paper import (
    Align,
    Column,
    Field,
    Heading,
    Paper,
    Paragraph,
    SignLine,
    SignLines,
    Table,
    made,
)
from teamops.i18n import speaking
from tests.exporting import sample

HOSTILE = (
    "<script>alert(1)</script> & \"'",
    "[a](http://example.org) ![b](c) **d** `e` # f <http://example.org>",
    "=SUM(1)",
    "[/] [bold]x[/bold] [@click=app.quit]y[/]",
    "# x",
    "| --- | `",
    "\x00\x1b]0;title\x07\x1b[2J",
    "\x1b[31mred\x00\x9b \u202eright to left\u200b \u2028 \ufeff",
    "שלום عربي | pipe \\ backslash \\| {0} {page} %s $x$",
    "W" * 10_000,
    "長" * 10_000,
    "👨\u200d👩\u200d👧 family\nsecond line\n\n- fourth line",
    "e\u0301\u0301\u0301\u0301\u0301\u0301",
    "\ud800 half",
    "]]> --> </w:t></td></style> {{x}}",
)


@pytest.fixture
def minutes_paper() -> Callable[..., Paper]:
    """The sample minutes on paper in a language; changes go to the view."""

    def draw(language: str = "en", **changes: Any) -> Paper:
        with speaking(language):
            return minutes.paper(sample.view(language, **changes), made_at=sample.MADE_AT)

    return draw


@pytest.fixture(params=HOSTILE, ids=[ascii(text[:12]) for text in HOSTILE])
def hostile(request: pytest.FixtureRequest) -> str:
    """A text somebody might have typed, or worse."""
    text: str = request.param
    return text


@pytest.fixture
def hostile_minutes(hostile: str) -> Paper:
    """Minutes with the hostile text in every field that somebody types."""
    return minutes.paper(sample.said_everywhere(hostile), made_at=sample.MADE_AT)


@pytest.fixture
def hostile_paper(hostile: str) -> Paper:
    """A paper with the hostile text in every place that takes a user's words."""
    return Paper(
        title=hostile,
        number=hostile,
        version=1,
        head=((Field(hostile, hostile), Field("b", hostile)), (Field("c", hostile),)),
        blocks=(
            Heading(hostile, hostile),
            Paragraph(hostile, label=hostile, item=True),
            Paragraph(hostile),
            Table((Column(hostile, 3), Column("n", 1, Align.RIGHT)), ((hostile, hostile),)),
            SignLines((SignLine(hostile, hostile),)),
        ),
        made=made(sample.MADE_AT, zone="Asia/Shanghai", head=hostile, version=1),
        standing=hostile,
        watermark=hostile,
    )
