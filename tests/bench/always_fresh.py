"""The program, made to keep no screen and no form: every opening is a fresh push."""

import sys

from textual.app import App

from teamops.__main__ import main


def _forget(*_screen_and_name: object) -> None:
    """Install nothing."""


if __name__ == "__main__":
    setattr(App, "install_screen", _forget)  # noqa: B010 - a method, which mypy would not have assigned
    sys.exit(main())
