"""What the command line and a paper cost beside the least that could be."""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from docx import Document
from docx.document import Document as Docx
from docx.table import Table
from docx.text.paragraph import Paragraph

from teamops.db.books import Books
from teamops.exporting.minutes import paper
from teamops.exporting.writers import write
from teamops.services.reading import meetings, minutes
from tests.bench.bench import SMALL, Bench
from tests.bench.measured import Goal, row


def command_line(bench: Bench) -> Iterator[str]:
    """The answers that need no books, against an interpreter that does nothing."""
    installed = Path(sys.executable).with_name("teamops")
    program = [str(installed)] if installed.exists() else [sys.executable, "-m", "teamops"]
    programs = {
        "nothing": lambda: _run(bench, [sys.executable, "-c", "pass"]),
        "--help": lambda: _run(bench, [*program, "--help"]),
        "--version": lambda: _run(bench, [*program, "--version"]),
    }
    found = list(bench.rounds(15, programs))
    for option in ("--help", "--version"):
        pairs = [(each[option], each["nothing"]) for each in found]
        yield row(f"teamops {option} ÷ python -c pass", pairs, "ms", Goal(2.5, 1.5))


def _run(bench: Bench, command: list[str]) -> float:
    with Path(os.devnull).open("wb") as nowhere:
        silent = [(os.POSIX_SPAWN_DUP2, nowhere.fileno(), 1)]
        began = time.perf_counter()
        process = os.posix_spawn(command[0], command, bench.environment, file_actions=silent)
        _process, status = os.waitpid(process, 0)
        taken = (time.perf_counter() - began) * 1000
    if status:
        raise RuntimeError(f"{command} ended with {os.waitstatus_to_exitcode(status)}")
    return taken


def export(bench: Bench) -> Iterator[str]:
    """The newest minutes as DOCX, against python-docx alone writing the same paragraphs and tables."""
    with tempfile.TemporaryDirectory(dir=bench.cache) as folder:
        path = Path(shutil.copy(bench.demo(SMALL), folder))
        with closing(Books.open(path)) as books:
            with books.reading() as reader:
                newest = meetings.newest_minuted(reader)
                view = minutes.view(reader, newest.id) if newest else None
            if view is None:
                raise RuntimeError("the demo has no minutes")
            at = books.clock.now()

        same = _told(write(paper(view, made_at=at), "docx"))

        def ours() -> float:
            began = time.perf_counter()
            write(paper(view, made_at=at), "docx")
            return (time.perf_counter() - began) * 1000

        def plain() -> float:
            began = time.perf_counter()
            _write(same)
            return (time.perf_counter() - began) * 1000

        pairs = [(each["ours"], each["plain"]) for each in bench.rounds(15, {"ours": ours, "plain": plain})]
    yield row("minutes as DOCX ÷ python-docx, the same text", pairs, "ms", Goal(1.5, 1.2))


Told = list[str | list[list[str]]]
"""A document's paragraphs and tables, in order."""


def _told(paper: bytes) -> Told:
    document: Docx = Document(io.BytesIO(paper))
    told: Told = []
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            told.append(block.text)
        elif isinstance(block, Table):
            told.append([[cell.text for cell in line.cells] for line in block.rows])
    return told


def _write(told: Told) -> None:
    document: Docx = Document()
    for block in told:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(len(block), max(map(len, block)))
        for line, texts in zip(table.rows, block, strict=True):
            for cell, text in zip(line.cells, texts, strict=False):
                cell.text = text
    document.save(io.BytesIO())
