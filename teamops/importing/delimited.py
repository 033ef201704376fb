"""Text files, comma, tab or semicolon between cells, in the encoding under which their titles are known."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Final, TypeAlias

from teamops.errors import NotASpreadsheet, Refusal, UnclosedQuote, UnknownEncoding, WrongEncoding
from teamops.importing.columns import HEADER_ROWS, HeaderRow, Sheet, Titles, joined, shown

# What a user calls an encoding, and the codecs that read it, the widest in use first.
_UTF8: Final = ("utf-8", ("utf-8",))
_UTF16: Final = ("utf-16", ("utf-16",))
_GB18030: Final = ("gb18030", ("gb18030",))
_BIG5: Final = ("big5", ("cp950", "big5hkscs"))
_CALLED: Final = {
    "utf-8": _UTF8, "utf-8-sig": _UTF8, "gb2312": _GB18030, "gbk": _GB18030, "gb18030": _GB18030,
    "big5": _BIG5, "cp950": _BIG5, "big5hkscs": _BIG5,
}  # fmt: skip
_DELIMITERS: Final = ",\t;"
_BOM: Final = "\ufeff"
_HEAD: Final = 8192
_NEWLINE: Final = re.compile(r"\r\n?|\n")
# Where titles do not tell: the characters looked at, how many, the part of everyday ones that makes an
# encoding likely, and by how much it must lead the next.
_JUDGED: Final = re.compile(r"[^\x00-\x7f\u3000-\u303f\uff00-\uffef]")
_ENOUGH: Final = 4000
_LIKELY: Final = 0.8
_CLEAR: Final = 0.1


_Numbered: TypeAlias = tuple[int, list[str]]  # a record, and the line it begins on


@dataclass(frozen=True, slots=True)
class _Guess:
    """One way to read the file; `wrong_line` is the first line that cannot be read so."""

    encoding: str
    codec: str
    delimiter: str
    header: HeaderRow
    above: tuple[_Numbered, ...]
    line: int
    wrong_line: int | None


def read_delimited(path: Path, data: bytes, titles: Titles, encoding: str | None) -> Sheet:
    """The lines of a text file; the refusals of `read_sheet`."""
    name = shown(path.name)
    families = _families(data, name, encoding)
    guesses = [_guess(data, family, titles) for family in families]
    guess = _choose(data, guesses, titles, name, told=encoding is not None or len(families) == 1)
    columns = titles.columns(guess.header.row, guess.line)
    records = _records(data, guess.codec, guess.delimiter, name)
    lines, blank = columns.lines(islice(records, guess.header.place + 1, None))
    return Sheet(
        path=path, encoding=guess.encoding, header_line=guess.line, lines=lines, unknown=columns.unknown,
        blank_lines=blank, titles=tuple(text for _number, row in guess.above if (text := joined(row))),
        columns=columns.titles,
    )  # fmt: skip


def _families(data: bytes, name: str, encoding: str | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if encoding is not None:
        try:
            called = codecs.lookup(encoding).name
            io.TextIOWrapper(io.BytesIO(), called).close()
        except (LookupError, ValueError):
            raise UnknownEncoding(name, shown(encoding, 40)) from None
        return (_CALLED.get(called, (called, (called,))),)
    if data.startswith(codecs.BOM_UTF8):
        return (_UTF8,)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return (_UTF16,)
    return (_UTF8, _GB18030, _BIG5)


def _choose(data: bytes, guesses: Sequence[_Guess], titles: Titles, name: str, *, told: bool) -> _Guess:
    """The guess with the most known titles, if the whole file can be read so and no other is as good."""
    top = max(guess.header.score for guess in guesses)
    if not top:
        raise _no_header(data, guesses, titles, name)
    best = [guess for guess in guesses if guess.header.score == top]
    readable = [guess for guess in best if guess.wrong_line is None]
    if told or any(titles.decide(guess.header.row) for guess in best):
        for guess in readable:
            return guess
        raise WrongEncoding(name, best[0].encoding, best[0].wrong_line or 1)
    for guess in readable:
        if guess.encoding == "utf-8":
            return guess
    ranked = sorted(readable, key=lambda guess: -_commonness(data, guess.codec))
    shares = [_commonness(data, guess.codec) for guess in ranked]
    if not ranked or shares[0] < _LIKELY or (len(shares) > 1 and shares[0] - shares[1] < _CLEAR):
        raise UnknownEncoding(name)
    return ranked[0]


def _no_header(data: bytes, guesses: Sequence[_Guess], titles: Titles, name: str) -> Refusal:
    head = data[:_HEAD].removeprefix(codecs.BOM_UTF8)
    if not guesses[0].encoding.startswith(("utf-16", "utf-32")) and _is_binary(head):
        return NotASpreadsheet(name)
    readable = [guess for guess in guesses if guess.wrong_line is None]
    if not readable and len(guesses) == 1:
        return WrongEncoding(name, guesses[0].encoding, guesses[0].wrong_line or 1)
    if not readable:
        return UnknownEncoding(name)
    if readable[0].encoding in {"gb18030", "big5"}:
        readable.sort(key=lambda guess: -_commonness(data, guess.codec))
    return titles.none_known(readable[0].header.row, name)


def _is_binary(head: bytes) -> bool:
    control = len(head) - len(head.translate(None, bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))))
    return b"\0" in head or control * 20 > len(head) or head.lstrip().startswith((b"<", b"%PDF-", b"{\\rtf"))


def _commonness(data: bytes, codec: str) -> float:
    """The part of the characters that are everyday Chinese: near 1 in the right encoding, ½ in another."""
    text = _JUDGED.findall(data.decode(codec, "ignore"))[:_ENOUGH]
    return sum(map(_is_common, text)) / len(text) if text else 0.0


def _is_common(character: str) -> bool:
    # The first planes of both national sets are the everyday characters, in the order of sound or strokes.
    simplified, traditional = character.encode("gb2312", "ignore"), character.encode("big5", "ignore")
    return b"\xb0" <= simplified[:1] <= b"\xd7" or b"\xa4" <= traditional[:1] <= b"\xc6"


def _guess(data: bytes, family: tuple[str, tuple[str, ...]], titles: Titles) -> _Guess:
    """The best separator under the first codec that reads the whole file, else under the first."""
    encoding, names = family
    failures = {codec: _wrong_line(data, codec) for codec in names}
    codec = next((codec for codec, line in failures.items() if line is None), names[0])
    guesses = []
    for delimiter in _DELIMITERS:
        rows: list[_Numbered] = []
        with suppress(UnclosedQuote):  # the header may stand above it
            for numbered in islice(_records(data, codec, delimiter), HEADER_ROWS):
                rows.append(numbered)  # noqa: PERF402 - what came before a refusal is kept
        header = titles.find([row for _number, row in rows])
        above = tuple(rows[: header.place])
        line = rows[header.place][0] if rows else 1
        guesses.append(_Guess(encoding, codec, delimiter, header, above, line, failures[codec]))
    return max(guesses, key=lambda guess: (guess.header.score, len(guess.header.row)))


def _wrong_line(data: bytes, codec: str) -> int | None:
    """The line of the first bytes that are not of an encoding."""
    try:
        data.decode(codec)
    except UnicodeError as error:
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        return len(_NEWLINE.findall(data[:start].decode(codec, "ignore"))) + 1
    return None


def _records(data: bytes, codec: str, delimiter: str, name: str = "") -> Iterator[_Numbered]:
    """The records with the line each begins on, and a blank one after the last; UnclosedQuote."""
    stream = io.TextIOWrapper(io.BytesIO(data), codec, "replace", newline="")
    if stream.read(1) != _BOM:
        stream.seek(0)
    # Where the added blank line is no record of its own, a quotation mark was left open.
    reader = csv.reader(chain(stream, ["\n"]), delimiter=delimiter)
    begins = 1
    row: list[str] = []
    try:
        for row in reader:
            number, begins = begins, reader.line_num + 1
            yield number, row
    except csv.Error:
        raise UnclosedQuote(name, begins) from None
    if row:
        raise UnclosedQuote(name, number)
