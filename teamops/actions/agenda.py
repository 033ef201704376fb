"""Preparing a meeting."""

from teamops.actions.catalogue import Action
from teamops.i18n import N_

_HERE = ("agenda",)

ACTIONS = (
    Action("new", ("n", "f4"), N_("new"), N_("Add to the part under the cursor: a note, a directive, a case, praise …"), _HERE, 3, needs="agenda.add"),
    Action("edit", ("e", "f2"), N_("edit"), N_("Change the item under the cursor."), _HERE, 4, needs="agenda.change"),
    Action("judge", ("j", "ctrl+u"), N_("judgement"), N_("Write the judgement of the trend."), _HERE, 5, needs="agenda.add"),
    Action("choose_case", ("c", "ctrl+k"), N_("case"), N_("Choose a case study out of the library."), _HERE, 6, needs="agenda.add"),
    Action("more_minutes", ("plus", "ctrl+right"), N_("longer"), N_("Plan a minute more for the part under the cursor."), _HERE, 7, needs="agenda.plan"),
    Action("fewer_minutes", ("minus", "ctrl+left"), N_("shorter"), N_("Plan a minute less for the part under the cursor."), _HERE, 8, needs="agenda.plan"),
    Action("item_up", ("K", "ctrl+up"), N_("up"), N_("Move the item up within its part."), _HERE, 56, needs="agenda.shift"),
    Action("item_down", ("J", "ctrl+down"), N_("down"), N_("Move the item down within its part."), _HERE, 57, needs="agenda.shift"),
    Action("take_off", ("d", "delete"), N_("take off"), N_("Take the item off the agenda."), _HERE, 9, needs="agenda.remove"),
    Action("repeat", ("w", "ctrl+w"), N_("every day"), N_("Have the item come up every day, or only this once."), _HERE, 58, needs="agenda.change"),
    Action("arrange", ("a", "ctrl+a"), N_("host, place, time"), N_("Who hosts and records, where, and when it begins."), _HERE, 11, needs="agenda.arrange"),
    Action("say_ready", ("y", "f8"), N_("ready"), N_("Say that the agenda is prepared, or that it is not after all."), _HERE, 12, needs="agenda.ready"),
    Action("brief", ("b", "ctrl+b"), N_("brief"), N_("Copy the agenda as text for the group chat."), _HERE, 13),
    Action("history", ("h", "f7"), N_("history"), N_("Who did what to this meeting."), _HERE, 43),
)  # fmt: skip
