"""What only the command line refuses."""

from __future__ import annotations

from teamops.errors import Refusal
from teamops.i18n import _, explained


class WrongCommand(Refusal):
    """The command cannot be carried out as it was given: exit status 2."""


class Mistyped(WrongCommand):
    """An option's value that cannot be read as what it is to be."""

    def __init__(self, option: str, reason: str) -> None:
        super().__init__(explained(option, reason))


class BadPresent(WrongCommand):
    """TEAMOPS_NOW holds no time."""

    def __init__(self, text: str) -> None:
        said = _("TEAMOPS_NOW is “{text}”, and that is no time. Write it like 2026-11-23T08:21.")
        super().__init__(said.format(text=text[:40]))


class NoTerminal(WrongCommand):
    """The program draws on a terminal, and there is none."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The program needs a terminal for its keys and its screen (standard error): run it in a "
                "terminal window, without redirection. “teamops --help” lists the commands that do without."
            )
        )


class DumbTerminal(WrongCommand):
    """The terminal says of itself that it can only print lines."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This terminal can only print lines (TERM=dumb): use another terminal window, or set TERM to "
                "what it really is. “teamops --help” lists the commands that work here."
            )
        )


class AnswersMissing(WrongCommand):
    """What new books begin with was not said, and nobody can be asked."""

    def __init__(self, options: str) -> None:
        said = _("New books also need {options}: give these, or run the command in a terminal to be asked.")
        super().__init__(said.format(options=options))


class FormatUnclear(WrongCommand):
    """Neither an option nor the file's name says in which format a paper is wanted."""

    def __init__(self, formats: str) -> None:
        said = _("Say in which format: --format {formats}, or a file with that ending.")
        super().__init__(said.format(formats=formats))


class NoBooksYet(Refusal):
    """The program was never set up."""

    def __init__(self, path: object) -> None:
        said = _(
            "There are no books yet. “teamops demo” shows the program with an invented branch; "
            "“teamops init {path}” begins the books of your own."
        )
        super().__init__(said.format(path=path))


class BooksGone(Refusal):
    """The database that was made the default is not there any more."""

    def __init__(self, path: object, settings: object) -> None:
        said = _(
            "The database {path}, named in {settings}, is not there. Put it back (“teamops restore FILE” "
            "takes a backup), name another with --db PATH, or begin anew with “teamops init PATH”."
        )
        super().__init__(said.format(path=path, settings=settings))


class NobodyActs(Refusal):
    """The books cannot tell who is at the keyboard, and what is written needs an author."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Whatever is written has an author, and it is not clear who you are. "
                "Give your staff number: --as NUMBER."
            )
        )


class NoMinutes(Refusal):
    """No minutes were drawn of a day, or under a number."""

    def __init__(self, what: str) -> None:
        said = _("There are no minutes of {what}; they are drawn when the meeting is closed.")
        super().__init__(said.format(what=what))
