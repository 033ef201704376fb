"""Papers as Markdown text: every word of a record stays the word it is."""

from __future__ import annotations

from collections.abc import Iterator

from teamops.exporting.paper import Align, Block, Heading, Paper, Paragraph, SignLines, Table
from teamops.text import escape_markdown, neutral, show

_RULES = {Align.LEFT: "---", Align.CENTRE: ":-:", Align.RIGHT: "--:"}
_BLANK = "\\_" * 12


def write_markdown(paper: Paper) -> str:
    """The paper as GitHub-flavoured Markdown."""
    return "\n".join((*_head(paper), *_blocks(paper), *_foot(paper)))


def _head(paper: Paper) -> Iterator[str]:
    yield f"# {_said(paper.title)}"
    yield ""
    yield _said(paper.number)
    if paper.standing:
        yield ""
        yield f"**{_said(paper.standing)}**"
    yield ""
    for row in paper.head:
        for field in row:
            yield f"- {_labelled(paper, field.label, field.value)}"


def _blocks(paper: Paper) -> Iterator[str]:
    last: Block | None = None
    for block in paper.blocks:
        if not (_in_list(block) and last is not None and _in_list(last)):
            yield ""
        yield from _block(paper, block)
        last = block


def _in_list(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.item


def _block(paper: Paper, block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"## {_said(block.text)}"
            if block.aside:
                yield ""
                yield _said(block.aside)
        case Paragraph():
            mark = "- " if block.item else ""
            yield mark + (_labelled(paper, block.label, block.text) if block.label else _said(block.text))
        case Table():
            yield _row(_said(column.title) for column in block.columns)
            yield _row(_RULES[column.align] for column in block.columns)
            for row in block.rows:
                yield _row(map(_cell, row))
        case SignLines():
            for line in block.lines:
                yield f"- {_said(line.title)}{paper.colon}{_said(line.signed) or _BLANK}"


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _foot(paper: Paper) -> Iterator[str]:
    yield ""
    yield "---"
    yield ""
    yield f"{_said(paper.made.digest)} · {_said(paper.made.day)}"
    yield ""


def _labelled(paper: Paper, label: str, text: str) -> str:
    return f"**{_said(label)}**{paper.colon}{_said(text)}".rstrip()


def _cell(text: str) -> str:
    return _said(neutral(text))


def _said(text: str) -> str:
    return "<br>".join(escape_markdown(line) for line in show(text, lines=True).split("\n"))
