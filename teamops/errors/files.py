"""What is refused of files that are read or written."""

from __future__ import annotations

from teamops.errors.base import Refusal
from teamops.i18n import _, ngettext


class FileMissing(Refusal):
    """There is no file under the name given."""

    def __init__(self, path: str) -> None:
        super().__init__(_("There is no file {path}; check its name and folder.").format(path=path))


class FileIsFolder(Refusal):
    """The name given is a folder's."""

    def __init__(self, path: str) -> None:
        super().__init__(_("{path} is a folder; name one file in it.").format(path=path))


class FileExists(Refusal):
    """A paper would take an existing file's place."""

    def __init__(self, path: object) -> None:
        super().__init__(
            _("{path} exists already and was left alone; choose another name, or --force.").format(path=path)
        )


class FolderMissing(Refusal):
    """The folder a file was to be written in is not there."""

    def __init__(self, folder: object) -> None:
        super().__init__(_("There is no folder {folder}; make it, or choose another.").format(folder=folder))


class FileNotWritable(Refusal):
    """The system does not let the file be written."""

    def __init__(self, path: object, reason: str) -> None:
        super().__init__(
            _("{path} cannot be written ({reason}); close it elsewhere, or choose another folder.").format(
                path=path, reason=reason
            )
        )


class DiskFull(Refusal):
    """There is no room for the file."""

    def __init__(self, path: object) -> None:
        super().__init__(
            _(
                "The disk that was to hold {path} is full; nothing was written. Make room, or choose another."
            ).format(path=path)
        )


class FileUnreadable(Refusal):
    """The system does not let the file be read."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            _("{path} cannot be read ({reason}); close it elsewhere, or ask who may open it.").format(
                path=path, reason=reason
            )
        )


class FileEmpty(Refusal):
    """The file holds nothing."""

    def __init__(self, name: str) -> None:
        super().__init__(_("{name} is empty; export it again.").format(name=name))


class FileTooLarge(Refusal):
    """The file, or what is packed in it, is more than the program takes; sizes in MB."""

    def __init__(self, name: str, limit: int) -> None:
        text = _("{name} holds more than {limit} MB; split it, a month or a year to a file.")
        super().__init__(text.format(name=name, limit=limit))


class NotASpreadsheet(Refusal):
    """The file is something else: a picture, a document, a web page under a spreadsheet's name."""

    def __init__(self, name: str) -> None:
        text = _("{name} is neither CSV nor an Excel workbook; save it from Excel as .xlsx or CSV UTF-8.")
        super().__init__(text.format(name=name))


class OtherSpreadsheet(Refusal):
    """A spreadsheet of a kind that is not read: .xls, .xlsb, .ods."""

    def __init__(self, name: str, kind: str) -> None:
        text = _("{name} is a spreadsheet of another kind ({kind}); open it in Excel and save it as .xlsx.")
        super().__init__(text.format(name=name, kind=kind))


class ProtectedSpreadsheet(Refusal):
    """A workbook that opens only with a password."""

    def __init__(self, name: str) -> None:
        text = _("{name} is locked with a password; take it off in Excel and save again.")
        super().__init__(text.format(name=name))


class DamagedSpreadsheet(Refusal):
    """A workbook that is cut off or broken inside."""

    def __init__(self, name: str) -> None:
        text = _("{name} is damaged or only partly copied; fetch it again, or save it anew from Excel.")
        super().__init__(text.format(name=name))


class UnknownEncoding(Refusal):
    """The encoding named is none, or without a name no encoding fits the file beyond doubt."""

    def __init__(self, name: str, encoding: str | None = None) -> None:
        if encoding is None:
            text = _(
                "The encoding of {name} cannot be told; save it as CSV UTF-8, or name the encoding: "
                "--encoding gb18030 or --encoding big5."
            )
        else:
            text = _("No encoding is called {encoding}; try --encoding utf-8, gb18030 or big5.")
        super().__init__(text.format(name=name, encoding=encoding))


class WrongEncoding(Refusal):
    """The titles read well in an encoding, or it was named, but a line is not written in it."""

    def __init__(self, name: str, encoding: str, line: int) -> None:
        text = _(
            "Line {line} of {name} is not {encoding} text; mend it, save the file as CSV UTF-8, or name its "
            "encoding: --encoding utf-8, gb18030 or big5."
        )
        super().__init__(text.format(line=f"{line:,}", name=name, encoding=encoding))


class UnclosedQuote(Refusal):
    """A cell of a CSV file begins with a quotation mark and never ends."""

    def __init__(self, name: str, line: int) -> None:
        text = _(
            'A cell that begins on line {line} of {name} does not end: put in its closing ", or take out the '
            "opening one."
        )
        super().__init__(text.format(line=f"{line:,}", name=name))


class NoKnownHeader(Refusal):
    """No row among the first has a title the importer knows."""

    def __init__(self, name: str, found: str, expected: str) -> None:
        text = _("{name} has no fitting titles: found {found}; expected {expected}. Is it the right file?")
        super().__init__(text.format(name=name, found=found or "–", expected=expected))


class MissingColumns(Refusal):
    """The row of titles lacks columns that are needed."""

    def __init__(self, names: str, line: int) -> None:
        text = _("Columns are missing: {names}. Add them, or put the titles right (line {line}).")
        super().__init__(text.format(names=names, line=line))


class DoubledColumn(Refusal):
    """Two columns have titles of one meaning."""

    def __init__(self, names: str, line: int) -> None:
        text = _("Columns of the same meaning: {names} (line {line}). Take out all but one.")
        super().__init__(text.format(names=names, line=line))


class NotACalendar(Refusal):
    """A JSON file that is no calendar of a year."""

    def __init__(self, name: str) -> None:
        text = _("{name} is no calendar of a year: it takes “year” and “days” with date, name and isOffDay.")
        super().__init__(text.format(name=name))


class LinesRefused(Refusal):
    """An import is all or nothing: some of its lines cannot be taken."""

    def __init__(self, source: str, count: int) -> None:
        text = ngettext(
            "{count} line of {source} cannot be taken, so nothing was. Mend it, or take the others: --skip-refused.",
            "{count} lines of {source} cannot be taken, so nothing was. Mend them, or take the others: --skip-refused.",
            count,
        )
        super().__init__(text.format(count=f"{count:,}", source=source))
