"""Forms that stay when they are closed, to be opened again in a fraction of the time."""

from __future__ import annotations

from typing import Any, TypeVar

from textual.app import App

from teamops.widgets.form import Form

T = TypeVar("T")


def kept(app: App[Any], name: str, form: Form[T]) -> Form[T]:
    """The form kept under `name`, made to be what `form` is; or `form` itself, kept from now on.

    A form of other fields takes its place; while it is open, `form` comes back as it is and is not kept.
    """
    name = f"form {name}"
    try:
        before = app.get_screen(name)
    except KeyError:
        app.install_screen(form, name)
        return form
    if not isinstance(before, Form) or not before.is_over:
        return form
    if before.fields == form.fields and type(before) is type(form):
        before.reopen(form)
        return before
    app.uninstall_screen(name)
    before.remove()
    app.install_screen(form, name)
    return form
