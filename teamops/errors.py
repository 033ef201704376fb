"""Every refusal a rule can give: one class each, one base, the message inside.

`str(error)` is one line, in the language in force when it was raised, that says what is wrong and what to do.
The screens and the command line catch `Refusal`; anything else is a fault of the program and goes to the log.
"""

from __future__ import annotations

from teamops.i18n import _, ngettext


class Refusal(Exception):
    """Base of everything the program refuses; `field` names the typed input it belongs to, where there is one."""

    field: str | None = None

    def at(self, field: str) -> Refusal:
        """This refusal, said of one field of a form or one column of a file."""
        self.field = field
        return self


class Refusals(Refusal):
    """Several refusals of one form at once, by field."""

    def __init__(self, by_field: dict[str, str]) -> None:
        super().__init__("; ".join(by_field.values()))
        self.by_field = by_field


# --- what is typed -----------------------------------------------------------------------------------------------


class DirtyText(Refusal):
    """Text holds a character that no paper and no screen can show (model.md I8)."""

    def __init__(self, character: str) -> None:
        super().__init__(_("It holds a control character ({code}); remove it.").format(code=character))
        self.character = character


class MissingText(Refusal):
    """A required field is empty."""

    def __init__(self) -> None:
        super().__init__(_("Please fill this in."))


class TextTooLong(Refusal):
    """More characters than the field takes."""

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(
            _("{length} characters; at most {limit} fit here.").format(
                length=f"{length:,}", limit=f"{limit:,}"
            )
        )


class NotADate(Refusal):
    """Text that no rule reads as a day."""

    def __init__(self, text: str) -> None:
        super().__init__(
            _("“{text}” is no date. Try 2026-11-28, 11-28, fri, +3 or 下週五.").format(text=text[:40])
        )


class NotAFileDate(Refusal):
    """A cell of a file that is no day, or one without its year."""

    def __init__(self, text: str) -> None:
        super().__init__(_("“{text}” is no date with its year, such as 2026-11-28.").format(text=text[:40]))


class AmbiguousDate(Refusal):
    """Text that could be two days."""

    def __init__(self, text: str) -> None:
        super().__init__(_("“{text}” could be more than one day; type more of it.").format(text=text[:40]))


class NotAMonth(Refusal):
    """Text that no rule reads as a month."""

    def __init__(self, text: str) -> None:
        super().__init__(_("“{text}” is no month. Try 2026-10, 10 or 10月.").format(text=text[:40]))


class NotATime(Refusal):
    """Text that no rule reads as a time of day."""

    def __init__(self, text: str) -> None:
        super().__init__(_("“{text}” is no time of day. Try 8:30 or 0830.").format(text=text[:40]))


class NotANumber(Refusal):
    """Text that no rule reads as a number."""

    def __init__(self, text: str) -> None:
        super().__init__(_("“{text}” is no number.").format(text=text[:40]))


class NumberOutOfRange(Refusal):
    """A number with more decimals than the figure has, or outside what it may be."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(_("{text}: {reason}").format(text=text[:40], reason=reason))


# --- the database ------------------------------------------------------------------------------------------------


class DatabaseMissing(Refusal):
    """There is no file under the name given."""

    def __init__(self, path: object) -> None:
        super().__init__(
            _(
                "There is no database at {path}. “teamops init {path}” makes one, “teamops demo” shows one."
            ).format(path=path)
        )


class DatabaseUnreadable(Refusal):
    """The file cannot be opened."""

    def __init__(self, path: object, reason: str) -> None:
        super().__init__(_("{path} cannot be opened: {reason}.").format(path=path, reason=reason))


class NotOurDatabase(Refusal):
    """The file is a database, or something else, that teamops did not make."""

    def __init__(self, path: object) -> None:
        super().__init__(_("{path} is not a teamops database; it was left alone.").format(path=path))


class DatabaseDamaged(Refusal):
    """The file's pages are not what SQLite wrote."""

    def __init__(self, path: object) -> None:
        super().__init__(
            _(
                "{path} is damaged. Restore the newest backup: “teamops restore FILE”; “teamops locate” says where."
            ).format(path=path)
        )


class DatabaseReadOnly(Refusal):
    """The file or its folder may not be written."""

    def __init__(self, path: object) -> None:
        super().__init__(_("{path} or its folder is read-only; nothing was saved.").format(path=path))


class DatabaseFull(Refusal):
    """The disk is full."""

    def __init__(self, path: object) -> None:
        super().__init__(
            _("The disk that holds {path} is full; nothing was saved. Make room and try again.").format(
                path=path
            )
        )


class DatabaseBusy(Refusal):
    """Another process holds the file."""

    def __init__(self, path: object) -> None:
        super().__init__(
            _("{path} is being written by another program; nothing was saved. Try again.").format(path=path)
        )


class DatabaseInUse(Refusal):
    """The file would be replaced while another process has it open."""

    def __init__(self, path: object) -> None:
        super().__init__(_("{path} is open in another window; close it there first.").format(path=path))


class DatabaseTooNew(Refusal):
    """The file was written by a newer teamops."""

    def __init__(self, path: object, version: str) -> None:
        super().__init__(
            _(
                "{path} was written by a newer teamops (schema {version}). Update teamops; nothing was touched."
            ).format(path=path, version=version)
        )


class DatabaseExists(Refusal):
    """A new database would take an existing file's place."""

    def __init__(self, path: object) -> None:
        super().__init__(
            _("{path} exists already and is never written over. Choose another name.").format(path=path)
        )


class Missing(Refusal):
    """A record that was asked for is not there."""

    def __init__(self, what: str) -> None:
        super().__init__(_("There is no {what}.").format(what=what))


class ChangedSince(Refusal):
    """Somebody changed the record after it was opened (model.md I9)."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Somebody changed this since you opened it. What you typed is kept; look at the new version first."
            )
        )


class AlreadyThere(Refusal):
    """A record with the same name or number exists."""

    def __init__(self, what: str) -> None:
        super().__init__(_("{what} is there already.").format(what=what))


class NotAllowed(Refusal):
    """The actor's role does not give the right."""

    def __init__(self, role: str, roles: str) -> None:
        super().__init__(_("A {role} may not do this; it takes {roles}.").format(role=role, roles=roles))


class NotYours(Refusal):
    """The actor's role gives the right only over their own records."""

    def __init__(self) -> None:
        super().__init__(_("This belongs to somebody else; ask them, or the team lead."))


class NothingChanged(Refusal):
    """An action that would write nothing."""

    def __init__(self) -> None:
        super().__init__(_("Nothing was changed, so nothing was saved."))


class BackupDamaged(Refusal):
    """A backup is not what its manifest says."""

    def __init__(self, path: object) -> None:
        super().__init__(_("{path} is not what its manifest says; use another backup.").format(path=path))


# --- people and places -------------------------------------------------------------------------------------------


class UnknownPerson(Refusal):
    """No person goes by what was typed."""

    def __init__(self, text: str) -> None:
        super().__init__(_("Nobody here is called “{text}”.").format(text=text[:40]))


class AmbiguousPerson(Refusal):
    """More than one person goes by what was typed."""

    def __init__(self, text: str, names: str) -> None:
        super().__init__(
            _("“{text}” could be {names}; type more, or the staff number.").format(
                text=text[:40], names=names
            )
        )


class UnknownZone(Refusal):
    """A time zone by a name nobody keeps."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("There is no time zone “{name}”. Try Asia/Shanghai, Asia/Taipei or Asia/Hong_Kong.").format(
                name=name[:40]
            )
        )


class UnknownWord(Refusal):
    """A word that is none of those the field takes."""

    def __init__(self, text: str, words: str) -> None:
        super().__init__(
            _("“{text}” does not fit here; it takes {words}.").format(text=text[:40], words=words)
        )


class BranchThere(Refusal):
    """Books are founded once."""

    def __init__(self, branch: str) -> None:
        super().__init__(
            _("These are the books of {branch} already; make a new file for another branch.").format(
                branch=branch
            )
        )


class PostingOverlap(Refusal):
    """A person cannot be posted twice on one day."""

    def __init__(self, name: str, first: str, last: str) -> None:
        super().__init__(
            _(
                "{name} has another posting from {first} to {last}; choose days outside it, or end it first."
            ).format(name=name, first=first, last=last)
        )


class CustodianThere(Refusal):
    """An outlet's equipment is looked after by one person at a time."""

    def __init__(self, outlet: str, name: str, day: str) -> None:
        super().__init__(
            _("{name} looks after the equipment at {outlet} on {day}; end that first.").format(
                outlet=outlet, name=name, day=day
            )
        )


class OutsideEmployment(Refusal):
    """A day before a person joined or after they left."""

    def __init__(self, name: str, joined: str, left: str) -> None:
        if left:
            said = _("{name} was with the branch from {joined} to {left}; the day lies outside.").format(
                name=name, joined=joined, left=left
            )
        else:
            said = _("{name} joined on {joined}; the day is before that.").format(name=name, joined=joined)
        super().__init__(said)


class DaysReversed(Refusal):
    """A last day before the first one."""

    def __init__(self, first: str, last: str) -> None:
        super().__init__(
            _("It would end on {last}, before it begins on {first}.").format(first=first, last=last)
        )


class HoursReversed(Refusal):
    """An outlet that closes before it opens."""

    def __init__(self) -> None:
        super().__init__(_("The outlet must close after it opens."))


class NotAPhone(Refusal):
    """A telephone number with something else in it."""

    def __init__(self, text: str) -> None:
        super().__init__(
            _("“{text}” is no telephone number; it takes digits, spaces, + and -.").format(text=text[:40])
        )


class NotAStaffNumber(Refusal):
    """A staff number with blanks or signs in it."""

    def __init__(self, text: str) -> None:
        super().__init__(
            _("“{text}” is no staff number; it takes up to 20 letters and digits.").format(text=text[:40])
        )


class NoOutletToKeep(Refusal):
    """Custody of an outlet's equipment without an outlet."""

    def __init__(self) -> None:
        super().__init__(_("Say which outlet's equipment they look after."))


class NotPosted(Refusal):
    """Somebody who has no posting on a day does not act on it."""

    def __init__(self, name: str, day: str) -> None:
        super().__init__(_("{name} has no posting on {day}; ask the team lead to enter one.").format(name=name, day=day))


class NotPostedThere(Refusal):
    """An outlet's equipment is looked after by somebody who is posted there."""

    def __init__(self, name: str, outlet: str, day: str) -> None:
        super().__init__(
            _("{name} is not posted to {outlet} on {day}; post them there first.").format(name=name, outlet=outlet, day=day)
        )


class LastLead(Refusal):
    """The team must keep a lead."""

    def __init__(self) -> None:
        super().__init__(_("The team would be without a lead; post another one first."))


class YearOutOfRange(Refusal):
    """A calendar is kept for the years the program can write."""

    def __init__(self, year: int) -> None:
        super().__init__(_("{year} is outside the years kept here, 2000 to 2099.").format(year=year))


# --- meetings ----------------------------------------------------------------------------------------------------


class WrongState(Refusal):
    """A record is not in a state that allows the action."""

    def __init__(self, what: str, state: str) -> None:
        super().__init__(_("{what} is {state}; this cannot be done now.").format(what=what, state=state))


class NotAWorkday(Refusal):
    """A meeting was to be held on a day that is not worked."""

    def __init__(self, day: str, kind: str) -> None:
        super().__init__(_("{day} is no working day ({kind}).").format(day=day, kind=kind))


class MeetingRunning(Refusal):
    """Another meeting of the series is still running."""

    def __init__(self, day: str) -> None:
        super().__init__(_("The meeting of {day} is still running; close it first.").format(day=day))


class ReasonMissing(Refusal):
    """Something that needs a reason was given none."""

    def __init__(self) -> None:
        super().__init__(_("Say why; the reason is kept and printed."))


class SuccessorHeld(Refusal):
    """A meeting cannot be taken up again once a later one was held (model.md 5)."""

    def __init__(self, day: str) -> None:
        super().__init__(
            _("The meeting of {day} was held after it; draw these minutes again, or sign and correct them.").format(
                day=day
            )
        )


class AlreadySigned(Refusal):
    """Signed minutes never change; a correction is a new version."""

    def __init__(self) -> None:
        super().__init__(
            _("These minutes are signed; what is wrong in them is put right by a numbered correction.")
        )


class CorrectionUnsigned(Refusal):
    """The last correction of minutes waits for its signature; the next one comes after it."""

    def __init__(self, version: int) -> None:
        super().__init__(
            _("Version {version} of these minutes is not signed yet; sign it, then make the next correction.").format(
                version=version
            )
        )


class NoSuchStep(Refusal):
    """An action item cannot go from its state to the one asked for."""

    def __init__(self, number: str, state: str, wanted: str) -> None:
        super().__init__(
            _("{number} is {state} and cannot become {wanted}.").format(
                number=number, state=state, wanted=wanted
            )
        )


# --- figures, directives, cases -----------------------------------------------------------------------------


class FigureRetired(Refusal):
    """A figure that is no longer asked for was to be given a value or a target."""

    def __init__(self, figure: str) -> None:
        super().__init__(
            _("{figure} is no longer asked for; take it up again under figures first.").format(figure=figure)
        )


class NumberWanted(Refusal):
    """Words where a figure takes a number."""

    def __init__(self, figure: str) -> None:
        super().__init__(_("{figure} takes a number.").format(figure=figure))


class WordsWanted(Refusal):
    """A number, or a target, where a figure is told in words."""

    def __init__(self, figure: str) -> None:
        super().__init__(
            _("{figure} is told in words; it takes no number and no target.").format(figure=figure)
        )


class FinerRecorded(Refusal):
    """A figure was to lose decimals that recorded values have."""

    def __init__(self, decimals: int) -> None:
        super().__init__(
            _(
                "Values with more than {decimals} decimals are recorded; keep the decimals as they are."
            ).format(decimals=decimals)
        )


class DirectiveKnown(Refusal):
    """A directive that somebody acknowledged never changes its words."""

    def __init__(self, number: str) -> None:
        super().__init__(
            _("{number} has been acknowledged as it stands; withdraw it and issue a new one.").format(
                number=number
            )
        )


class NotAddressed(Refusal):
    """Somebody was to acknowledge a directive that is not addressed to them."""

    def __init__(self, name: str, number: str) -> None:
        super().__init__(_("{number} is not addressed to {name}.").format(name=name, number=number))


class NobodyAddressed(Refusal):
    """A directive without addressees, on a day the team has no members."""

    def __init__(self) -> None:
        super().__init__(_("The team has no members on this day; say whom it is for."))


class ExpiredAlready(Refusal):
    """A directive was to hold until a day that is over."""

    def __init__(self, day: str) -> None:
        super().__init__(
            _("{day} is past; say today or a later day.").format(day=day)
        )


# --- files --------------------------------------------------------------------------------------------------


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
            _("The disk that was to hold {path} is full; nothing was written. Make room, or choose another.").format(
                path=path
            )
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


class NotTheDay(Refusal):
    """A meeting is begun on its own day only."""

    def __init__(self, day: str) -> None:
        super().__init__(
            _("This meeting is planned for {day}; it can be started on that day only.").format(day=day)
        )


class FutureDay(Refusal):
    """Something that has happened cannot be of a day to come."""

    def __init__(self, day: str) -> None:
        super().__init__(_("{day} is still to come.").format(day=day))


class NotDue(Refusal):
    """A roll line was given for somebody the team does not expect."""

    def __init__(self) -> None:
        super().__init__(_("Only members of the team on that day are on the roll."))


class NotACalendar(Refusal):
    """A JSON file that is no calendar of a year."""

    def __init__(self, name: str) -> None:
        text = _("{name} is no calendar of a year: it takes “year” and “days” with date, name and isOffDay.")
        super().__init__(text.format(name=name))


class LinesRefused(Refusal):
    """An import is all or nothing: some of its lines cannot be taken."""

    def __init__(self, source: str, count: int) -> None:
        text = ngettext(
            "{count} line of {source} cannot be taken, so nothing was; mend it, or take the others without it.",
            "{count} lines of {source} cannot be taken, so nothing was; mend them, or take the others without them.",
            count,
        )
        super().__init__(text.format(count=f"{count:,}", source=source))
