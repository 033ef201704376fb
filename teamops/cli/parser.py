"""The parser: argparse in three languages, with options that stand before the command or after it."""

from __future__ import annotations

import argparse
import os
from functools import partial

from teamops import __version__
from teamops.i18n import (
    LANGUAGES,
    N_,
    OWN_NAMES,
    _,
    bracketed,
    is_chinese,
    listed,
    ngettext,
    parse_language,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any, Final, NoReturn, TypeAlias

    from teamops.cli.call import Call

    Arguments: TypeAlias = Callable[["Parser"], None]


class Command:
    """A command: its name, what it does in a few words (a message id), its arguments, what carries it out."""

    __slots__ = ("arguments", "name", "run", "summary")

    def __init__(self, name: str, summary: str, arguments: Arguments, run: Callable[[Call], int]) -> None:
        self.name = name
        self.summary = summary
        self.arguments = arguments
        self.run = run


# argparse looks its words up by these two names; here they come from the program's own catalogues.
vars(argparse).update(_=_, ngettext=ngettext)

WORDS: Final = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("not allowed with argument %s"),
    N_("one of the arguments %s is required"),
    N_("ignored explicit argument %r"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("invalid %(type)s value: %(value)r"),
)
"""What argparse says of itself that these commands can make it say."""


class Formatter(argparse.HelpFormatter):
    """Help as wide as the terminal, wrapped by cells where the language is Chinese."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=24, width=_columns() - 2)
        self._headings: list[str | None] = []

    def start_section(self, heading: str | None) -> None:
        """Begin a part of the help."""
        self._headings.append(heading)
        super().start_section(heading)

    def format_help(self) -> str:
        """The help, its headings with the colon of the language."""
        told = super().format_help()
        for heading in filter(None, self._headings):
            told = told.replace(f"\n{heading}:\n", f"\n{heading}{'：' if is_chinese() else ':'}\n")
        return told

    def _split_lines(self, text: str, width: int) -> list[str]:
        if is_chinese():
            from teamops.text import wrap

            return wrap(text, width)
        lines = [""]
        for word in text.split():
            if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
                lines.append(word)
            else:
                lines[-1] = f"{lines[-1]} {word}".strip()
        return lines

    def _format_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None,
    ) -> str:
        from teamops.text import cell_width

        word = prefix if prefix is not None else _("usage: ")
        # argparse counts characters, of which a Han one takes two cells
        room = "-" * cell_width(word)
        return super()._format_usage(usage, actions, groups, room).replace(room, word, 1)

    def _format_action(self, action: argparse.Action) -> str:
        told = super()._format_action(action)
        # the commands stand under a title, and need no heading of their own
        return told.partition("\n")[2] if action.nargs == argparse.PARSER else told

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in self._split_lines(text, width - len(indent)))


def _columns() -> int:
    """The terminal's width, within what reads well; asked without the modules that help to ask."""
    wanted = os.environ.get("COLUMNS", "")
    try:
        columns = int(wanted) if wanted.isdecimal() else os.get_terminal_size(1).columns
    except OSError:
        columns = 80
    return min(max(columns, 40), 120)


class Parser(argparse.ArgumentParser):
    """A parser that refuses in one line, takes no abbreviations, and gets its arguments when first used.

    `more` is what newer versions of argparse hand on to the parsers of commands.
    """

    def __init__(self, prog: str, description: str, fill: Arguments, **more: Any) -> None:
        super().__init__(
            prog=prog,
            description=description,
            formatter_class=Formatter,
            add_help=False,
            allow_abbrev=False,
            **more,
        )
        self._fill: Arguments | None = fill

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse as argparse does."""
        if self._fill is not None:
            fill, self._fill = self._fill, None
            self.add_argument("-h", "--help", action="help", help=_("show this help and exit"))
            fill(self)
        return super().parse_known_args(args, namespace)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        from teamops.errors import UnknownWord

        if action.choices is not None and value not in action.choices:
            refusal = UnknownWord(value, listed(action.choices))
            raise argparse.ArgumentError(action, str(refusal).rstrip(".。"))

    def error(self, message: str) -> NoReturn:
        """Refuse: exit status 2."""
        line = _("{program}: {message}. See “{program} --help”.").format(program=self.prog, message=message)
        self.exit(2, line + "\n")

    def subcommands(self, commands: Iterable[Command], *, dest: str, title: str, required: bool) -> None:
        """Have one of several commands follow."""
        group = self.add_subparsers(
            dest=dest,
            metavar=dest.upper(),
            title=title,
            description=argparse.SUPPRESS,
            required=required,
            prog=self.prog,
            parser_class=Parser,
        )
        for command in commands:
            parser = group.add_parser(
                command.name,
                prog=f"{self.prog} {command.name}",
                description=_(command.summary),
                help=_(command.summary),
                fill=partial(_fill, command),
            )
            parser.set_defaults(run=command.run)


def parser() -> Parser:
    """The parser of the whole command line, in the language in force."""
    return Parser(
        "teamops", _("The day book of a sales team. Without a command, the program opens."), _fill_whole
    )


def _fill_whole(parser: Parser) -> None:
    from teamops.cli.commands import COMMANDS, PROGRAM

    parser.add_argument(
        "--version", action="version", version=f"teamops {__version__}", help=_("show the version and exit")
    )
    _add_common(parser, default=None)
    parser.set_defaults(run=PROGRAM)
    parser.subcommands(COMMANDS, dest="command", title=_("commands"), required=False)


def _fill(command: Command, parser: Parser) -> None:
    _add_common(parser, default=argparse.SUPPRESS)
    command.arguments(parser)


def _add_common(to: argparse.ArgumentParser, *, default: str | None) -> None:
    to.add_argument(
        "--db", metavar="PATH", default=default, help=_("the database (else TEAMOPS_DB, or the default one)")
    )
    to.add_argument(
        "--lang",
        metavar="LANGUAGE",
        type=_language,
        default=default,
        help=_("the language: en, zh_Hant or zh_Hans"),
    )
    to.add_argument(
        "--as", metavar="NUMBER", dest="acting", default=default, help=_("who acts, by staff number")
    )


def _language(text: str) -> str:
    code = parse_language(text)
    if code is None:
        said = _("“{text}” is no language of this program; it takes {languages}")
        languages = listed(bracketed(known, OWN_NAMES[known]) for known in LANGUAGES)
        raise argparse.ArgumentTypeError(said.format(text=text, languages=languages))
    return code


def count(text: str) -> int:
    """A whole number, 0 or more, as an option's value."""
    if not text.isdecimal() or len(text) > 9:
        raise argparse.ArgumentTypeError(_("“{text}” is no whole number").format(text=text[:40]))
    return int(text)


def typed_language(argv: Sequence[str]) -> str | None:
    """What follows --lang, found before anything is parsed, so that the parser itself speaks it."""
    found = None
    for n, word in enumerate(argv):
        if word == "--":
            break
        if word == "--lang":
            found = next(iter(argv[n + 1 : n + 2]), None)
        elif word.startswith("--lang="):
            found = word.removeprefix("--lang=")
    return found
