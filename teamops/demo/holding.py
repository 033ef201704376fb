"""Writing down the demo's meetings as they are held: roll, notes, decisions, action items, minutes."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, time
from functools import partial

from teamops.demo.diary import Diary, seconds
from teamops.demo.plan import Course, Mark
from teamops.demo.preparing import Prepared
from teamops.demo.scribe import Scribe
from teamops.demo.staff import CLERK, LEAD
from teamops.demo.work import Task
from teamops.models.action_items import Priority
from teamops.models.inputs.action_items import ActionIn
from teamops.models.inputs.meetings import OutcomeIn, RollLineIn
from teamops.models.meetings import RollMark, Section
from teamops.models.tables.meetings import MeetingClock, RollCall, RollLine
from teamops.services import meetings, minutes, roll

BEGINS = time(8, 30)


class Meeting:
    """A prepared meeting that is held as planned; `opened` hears of each action item with its key."""

    def __init__(
        self, scribe: Scribe, prepared: Prepared, course: Course, opened: Callable[[int, Task], None]
    ) -> None:
        self._scribe, self._prepared, self._course, self._opened = scribe, prepared, course, opened
        self._key = prepared.meeting
        self._late = {mark.member: mark for mark in course.marks if mark.mark is RollMark.LATE}

    def enter(self, diary: Diary) -> int:
        """Put the meeting into its day's diary; when it ends, in seconds after midnight."""
        now = seconds(BEGINS) + self._course.late
        diary.at(now, lambda: meetings.start(self._scribe.desk(LEAD), self._key))
        diary.at(now + 20, partial(self._call, diary.day))
        for mark in self._late.values():
            diary.at(seconds(BEGINS) + mark.minutes * 60, partial(self._arrives, diary.day, mark))
        spoken = {said.section for said in self._course.said} | {task.section for task in self._course.tasks}
        for section, lasted in self._course.seconds.items():
            if section in spoken:
                diary.at(now + max(lasted * 0.7, 30), partial(self._put_down, section))
            now += lasted
        diary.at(now, self._close)
        return now

    def sign(self) -> None:
        """Sign the minutes."""
        minutes.sign(self._scribe.desk(LEAD), self._key)

    def _call(self, day: date) -> None:
        """As `roll.call` does it, but that the lines, of which there may be hundreds, are written at once."""
        said = {mark.member: mark for mark in self._course.marks}
        with self._scribe.doing(CLERK, roll.call) as tx:
            called = tx.add(
                RollCall(
                    team_id=1, meeting_id=self._key, day=day, taken_by_id=tx.actor.person_id, taken_at=tx.now
                )
            )
            tx.about(called)
            lines = []
            for member in self._scribe.staff.on(day):
                mark = said.get(member.place)
                found, reason = (mark.mark, mark.reason) if mark else (RollMark.PRESENT, "")
                if found is RollMark.LATE:
                    found, reason = RollMark.ABSENT, ""
                lines.append(
                    {"roll_id": called.id, "person_id": self._scribe.ids[member.place], "mark": found,
                     "minutes": 0, "reason": reason, "at": tx.now}
                )  # fmt: skip
            tx.bulk(RollLine, lines)

    def _arrives(self, day: date, mark: Mark) -> None:
        line = RollLineIn(
            person_id=self._scribe.ids[mark.member], mark=mark.mark, minutes=mark.minutes, reason=mark.reason
        )
        roll.call(self._scribe.desk(CLERK), day, (line,), meeting_id=self._key)

    def _put_down(self, section: Section) -> None:
        with self._scribe.doing(CLERK, meetings.put_down) as tx:
            for said in self._course.said:
                if said.section is section:
                    inp = OutcomeIn(section=section, kind=said.kind, text=said.text)
                    meetings.put_down.inside(tx, self._key, inp)
            for task in self._course.tasks:
                if task.section is section:
                    link = self._prepared.linked if task.linked else None
                    key = meetings.act.inside(tx, self._key, section, self._action(task), agenda_item_id=link)
                    self._opened(key, task)

    def _action(self, task: Task) -> ActionIn:
        return ActionIn(
            text=task.text,
            owner_id=self._scribe.ids[task.owner],
            due=task.due,
            co_owner_ids=tuple(self._scribe.ids[place] for place in task.co_owners),
            priority=Priority.HIGH if task.urgent else Priority.NORMAL,
        )

    def _close(self) -> None:
        elapsed = {section.value: lasted * 1000 for section, lasted in self._course.seconds.items()}
        with self._scribe.doing(LEAD, meetings.close) as tx:
            tx.add(
                MeetingClock(
                    id=self._key,
                    section=Section.MORALE,
                    elapsed=json.dumps(elapsed),
                    since=tx.now,
                    held=False,
                    beat_at=tx.now,
                )
            )
            for item in self._prepared.deferred:
                meetings.defer.inside(tx, item, deferred=True)
            meetings.close.inside(tx, self._key)
