"""The log of faults: what went wrong in the program goes there, the user reads one line."""

from __future__ import annotations

from teamops.i18n import _


def record(error: BaseException) -> str:
    """Put a fault's traceback into the log, without the values it worked on; the line that says so."""
    import traceback

    from teamops.clock import Clock
    from teamops.paths import places

    path = places().log
    text = "".join(traceback.format_exception(error))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{Clock().now().isoformat()}\n{text}\n")
    except OSError as refused:
        return _(
            "teamops met a fault and stopped; nothing saved is lost. The log cannot be written: {reason}."
        ).format(reason=refused.strerror or refused)
    return _("teamops met a fault and stopped; nothing saved is lost. Details: {path}").format(path=path)
