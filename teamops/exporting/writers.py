"""Every format a paper can be written in, by its file extension."""

from __future__ import annotations

from typing import Final

from teamops.exporting.paper import Paper

FORMATS: Final = ("md", "docx", "html")
"""The formats of papers, as the command line and the screens name them."""


def write(paper: Paper, extension: str) -> bytes:
    """The bytes of a paper's file. Raises ValueError for a format that is not in FORMATS."""
    match extension:
        case "md":
            from teamops.exporting.markdown import write_markdown

            return write_markdown(paper).encode()
        case "html":
            from teamops.exporting.html import write_html

            return write_html(paper).encode()
        case "docx":
            from teamops.exporting.word import write_word

            return write_word(paper)
        case _:
            raise ValueError(extension)
