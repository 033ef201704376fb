"""The meeting view: what the lead does while the whole team looks at the projector."""

from teamops.actions.catalogue import Action
from teamops.i18n import N_

_HERE = ("meeting",)

ACTIONS = (
    Action("next_part", ("right", "space", "pagedown"), N_("next"), N_("Go on with the next part."), _HERE, 2),
    Action("previous_part", ("left", "pageup"), N_("previous"), N_("Go back to the part before."), _HERE, 3),
    Action("note", ("n", "f4"), N_("note"), N_("Put down a note; it stands in the minutes under its part."), _HERE, 4, needs="meetings.put_down"),
    Action("decide", ("d", "ctrl+d"), N_("decision"), N_("Put down a decision, or with tab issue a directive; each takes its number."), _HERE, 5, needs="meetings.put_down"),
    Action("act", ("a", "ctrl+a"), N_("action"), N_("Hand out an action item in one line: @who when what."), _HERE, 6, needs="meetings.act"),
    Action("answer", ("s", "ctrl+s"), N_("shortfall"), N_("Put down how yesterday's shortfall is answered."), _HERE, 18, needs="meetings.answer"),
    Action("edit", ("e", "f2"), N_("edit"), N_("Reword the note, decision or action item under the cursor."), _HERE, 19, needs="meetings.reword"),
    Action("defer", ("k", "ctrl+k"), N_("next time"), N_("Leave the item under the cursor for the next meeting, or take that back."), _HERE, 20, needs="meetings.defer"),
    Action("hold", ("p", "f8"), N_("hold clock"), N_("Hold the clock, or let it go on."), _HERE, 21),
    Action("close_meeting", ("f10", "c"), N_("close"), N_("Close the meeting; its minutes are drawn at once."), _HERE, 7, needs="meetings.close"),
    Action("call_off", ("f11",), N_("call off"), N_("Call the meeting off, saying why."), ("meeting", "agenda"), 70, needs="meetings.cancel"),
)  # fmt: skip
