"""The demo written down from its first day to its last: each working day, and the agenda of the next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from functools import partial
from random import Random
from typing import Any

from sqlalchemy import select

from teamops.demo import founding
from teamops.demo.diary import Diary
from teamops.demo.following import FollowUp, Readers
from teamops.demo.holding import Meeting
from teamops.demo.plan import away
from teamops.demo.planning import Planner
from teamops.demo.preparing import Prepared, prepare
from teamops.demo.scribe import Scribe
from teamops.demo.selling import Sales, Sold
from teamops.demo.staff import CLERK
from teamops.demo.texts import Texts
from teamops.models.people import Role
from teamops.models.tables.figures import Figure, FigureValue
from teamops.services import figures

_COLLECTORS = 3
"""So many group leaders put in the figures, those of their own group and of others where there are more groups."""


class Chronicle:
    """Writes what was planned; `days` are the working days kept, and the one that is only prepared."""

    def __init__(
        self,
        scribe: Scribe,
        texts: Texts,
        planner: Planner,
        sales: Sales,
        days: Sequence[date],
        rng: Random,
    ) -> None:
        self._scribe, self._texts, self._planner, self._sales = scribe, texts, planner, sales
        self._days, self._rng = days, rng
        self._follow_up = FollowUp(scribe, planner.drop_reason)
        self._readers = Readers(scribe, planner.withdrawal_reason, rng)
        self._library: list[int] = []
        self._prepared = Prepared(0, (), None, None)
        self._figures: dict[str, int] = {}

    def begin(self, start: date) -> None:
        """Settle the branch on the day it was founded, and prepare the first meeting."""
        founding.settle(self._scribe, self._texts.names, start)
        self._library = founding.shelve(self._scribe, self._texts.cases, start, self._rng)
        self._scribe.stand(start, time(15, 0))
        founding.aim(self._scribe, self._days[0], self._sales.targets(self._days[0]))
        self._prepare(0, start)

    def keep(self, n: int) -> None:
        """Write down one working day, and in its evening prepare the next meeting."""
        day, following = self._days[n], self._days[n + 1]
        last = n + 2 == len(self._days)
        course = self._planner.course(n)
        meeting = Meeting(self._scribe, self._prepared, course, self._follow_up.opened)
        morning = Diary(self._scribe, day, self._rng)
        self._comings(morning)
        ended = meeting.enter(morning)
        morning.run()
        rest = Diary(self._scribe, day, self._rng)
        gone = away(course.marks)
        there = [member.place for member in self._scribe.staff.on(day) if member.place not in gone]
        if not last:
            rest.at(ended + self._rng.randint(500, 1500), meeting.sign)
        self._readers.enter(rest, ended, there)
        self._follow_up.enter(rest)
        self._report(rest, n, gone)
        if following.month != day.month:
            aims = self._sales.targets(following)
            rest.between(time(18, 8), time(18, 15), partial(founding.aim, self._scribe, following, aims))
        rest.run()
        self._prepare(n + 1, day)
        if last:
            self._readers.overnight(day)

    def _comings(self, diary: Diary) -> None:
        for member in self._scribe.staff.members:
            if member.joined == diary.day:
                diary.between(time(8, 2), time(8, 8), partial(founding.joins, self._scribe, member))
            if member.move is not None and member.move.day == diary.day:
                diary.between(
                    time(8, 9), time(8, 15), partial(founding.moves, self._scribe, member, member.move)
                )

    def _report(self, diary: Diary, n: int, gone: frozenset[int]) -> None:
        words = self._planner.questions(n)
        leaders = [member for member in self._scribe.staff.members if member.role is Role.GROUP_LEADER]
        sold = self._sales.of(diary.day)
        for leader in leaders[:_COLLECTORS]:
            by = CLERK if leader.place in gone else leader.place
            members = [
                member
                for member in self._scribe.staff.selling(diary.day)
                if member.place in sold and (member.group or 0) % _COLLECTORS == leader.group
            ]
            rows = [(member.place, sold[member.place], words.get(member.place, "")) for member in members]
            diary.between(time(17, 30), time(18, 5), partial(self._put_in, diary.day, by, rows))

    def _put_in(self, day: date, by: int, rows: Sequence[tuple[int, Sold, str]]) -> None:
        """As `figures.record` does it, but that the values, which may be hundreds, are written at once."""
        with self._scribe.doing(by, figures.record) as tx:
            if not self._figures:
                self._figures = {figure.code: figure.id for figure in tx.all(select(Figure))}
            values: list[dict[str, Any]] = []
            for place, sold, question in rows:
                about = {"day": day, "person_id": self._scribe.ids[place]}
                for code, value, words in (
                    ("accounts", Decimal(sold.accounts), ""),
                    ("assets", sold.assets, ""),
                    ("questions", None, question),
                ):
                    if value is not None or words:
                        values.append(
                            {**about, "figure_id": self._figures[code], "value": value, "words": words}
                        )
            tx.bulk(FigureValue, values)

    def _prepare(self, n: int, evening: date) -> None:
        self._scribe.stand(evening, time(18, self._rng.randint(20, 50), self._rng.randint(0, 59)))
        agenda = self._planner.agenda(n)
        self._prepared = prepare(self._scribe, agenda, self._library)
        if self._prepared.directive is not None and agenda.issue is not None:
            readers = [member.place for member in self._scribe.staff.on(evening)]
            self._readers.issued(self._prepared.directive, agenda.issue, readers)
