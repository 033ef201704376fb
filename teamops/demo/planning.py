"""Thinking up the demo's meetings one after the other, out of the seed, the market and what was sold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from teamops.demo.chance import chance
from teamops.demo.market import Market, Trend, Verdict, judged, verdict
from teamops.demo.plan import Agenda, Course, Issue, Item, Mark, Said, away
from teamops.demo.sayings import Sayings
from teamops.demo.selling import Sales, Stand
from teamops.demo.staff import CLERK, LEAD, Member, Staff
from teamops.demo.texts import Pool, Texts
from teamops.demo.work import OPEN_ENDED, Fate, Task, course, fates
from teamops.i18n import short_day
from teamops.models.meetings import DEFAULT_MINUTES, ItemKind, OutcomeKind, RollMark, Section

CASE_EVERY: Final = 4
"""A case of the library is studied in one meeting of so many; in the others somebody tells of their own."""

TOPIC_EVERY: Final = 3
"""A question is open in one meeting of so many."""

DIRECTIVES: Final = ((0, 3), 5)
"""Directives come for these meetings out of so many, counted back from the newest."""

_NOTES: Final = {
    Section.MARKET: 0.6,
    Section.DIRECTIVES: 0.7,
    Section.PROGRESS: 0.9,
    Section.CASE: 0.6,
    Section.MORALE: 0.3,
}
_DECISIONS: Final = {
    Section.MARKET: 0.1,
    Section.DIRECTIVES: 0.3,
    Section.PROGRESS: 0.4,
    Section.CASE: 0.08,
    Section.MORALE: 0.06,
}
_ACTIONS: Final = {
    Section.MARKET: 10,
    Section.DIRECTIVES: 30,
    Section.PROGRESS: 40,
    Section.CASE: 14,
    Section.MORALE: 6,
}


class Planner:
    """Plans the meetings of `days` and of the first of the working days `ahead`, in order."""

    def __init__(
        self,
        seed: int,
        texts: Texts,
        staff: Staff,
        market: Market,
        sales: Sales,
        days: Sequence[date],
        ahead: Sequence[date],
    ) -> None:
        self._texts, self._staff, self._market, self._sales = texts, staff, market, sales
        self._days = (*days, *ahead)
        self._last = len(days) - 1
        self._rng = chance(seed, "meetings")
        self._sayings = Sayings(texts.vocabulary, staff.outlets, chance(seed, "sayings"))
        self._cases = self._rng.sample(range(len(texts.cases)), len(texts.cases))
        self._directives = self._rng.sample(range(len(texts.directives)), len(texts.directives))
        self._judgement: tuple[Trend, date] | None = None
        self._open_question = self._asked = ""
        self._leave: dict[int, tuple[int, int, str]] = {}

    def agenda(self, n: int) -> Agenda:
        """What is prepared for the meeting `n`, in the evening of the working day before it."""
        day = self._days[n]
        evening = self._days[n - 1] if n else day - timedelta(days=1)
        there = self._staff.on(evening)
        self._sayings.turn_to(day, [member.name for member in there], self._days[n + 1 : n + 6])
        review = self._review(day)
        issue = self._issue(n, day)
        items = [
            *self._market_items(n, evening),
            *self._answer(day, evening),
            *self._topic(n),
            self._case(n, there),
            *self._morale(n, day, evening, there),
        ]
        return Agenda(day, review, tuple(items), issue)

    def course(self, n: int) -> Course:
        """How the meeting `n`, whose agenda was the last one asked for, is held."""
        rng, day = self._rng, self._days[n]
        there = self._staff.on(day)
        marks = tuple(self._marks(n, there))
        gone = away(marks)
        present = [member for member in there if member.place not in gone]
        seconds = {
            section: round(minutes * 60 * rng.uniform(0.72, 1.22))
            for section, minutes in DEFAULT_MINUTES.items()
        }
        return Course(
            rng.randint(5, 140), seconds, marks, tuple(self._said()), tuple(self._tasks(n, present))
        )

    def questions(self, n: int) -> dict[int, str]:
        """What clients asked on the day of the meeting `n`, by place of the member who reports it."""
        sold = self._sales.of(self._days[n])
        asked = (place for place, line in sold.items() if line.asked)
        return {place: self._sayings.perhaps(self._texts.remarks.questions) for place in asked}

    def drop_reason(self) -> str:
        """Why an action item is dropped."""
        return self._sayings.say(self._texts.remarks.dropped)

    def withdrawal_reason(self) -> str:
        """Why a directive is withdrawn."""
        return self._sayings.say(self._texts.remarks.withdrawn)

    # --- the agenda

    def _review(self, day: date) -> str:
        if self._judgement is None:
            return ""
        said, on = self._judgement
        market, session = self._texts.market, self._market.next(on)
        if session is None or session.day >= day:
            return self._sayings.say(market.closed, when=short_day(session.day if session else day))
        pools = {Verdict.HELD: market.held, Verdict.PARTLY: market.partly, Verdict.MISSED: market.missed}
        return self._sayings.say(pools[verdict(said, session)], **self._session(session.day))

    def _market_items(self, n: int, evening: date) -> Iterator[Item]:
        market, day = self._texts.market, self._days[n]
        closed = self._market.last(evening)
        given = self._session(closed.day)
        for _ in range(self._rng.choice((2, 2, 3))):
            title, body = self._sayings.pair(market.notes, **given)
            yield Item(Section.MARKET, ItemKind.NOTE, title, body)
        trend = judged(self._rng, self._market.next(day) if n <= self._last else None)
        pools = {Trend.RISING: market.rising, Trend.QUIET: market.quiet, Trend.FALLING: market.falling}
        low, high = closed.close * 99 // 10_000 // 10 * 10, closed.close * 101 // 10_000 // 10 * 10 + 10
        said = self._sayings.say(pools[trend], low=f"{low:,}", high=f"{high:,}")
        yield Item(Section.MARKET, ItemKind.JUDGEMENT, said, presenter=LEAD)
        self._judgement = (trend, day)

    def _session(self, day: date) -> dict[str, str]:
        session, words = self._market.last(day), self._texts.vocabulary
        per_cent = f"{abs(session.move) / 100:.2f}"
        way = words.level if session.trend is Trend.QUIET else words.up if session.move > 0 else words.down
        return {
            "close": f"{session.close / 100:,.2f}",
            "moved": way.format(pct=per_cent),
            "turnover": f"{session.turnover:,}",
            "billions": f"{session.turnover / 10:,.0f}",
            "when": short_day(session.day),
        }

    def _issue(self, n: int, day: date) -> Issue | None:
        places, of = DIRECTIVES
        back = self._last + 1 - n
        self._asked = ""
        if back % of not in places:
            return None
        count = back // of * len(places) + places.index(back % of)
        text = self._texts.directives[self._directives[count % len(self._directives)]]
        # What it says of a day lies within the days it holds.
        within = self._days[n + 1 : n + 1 + min(text.days or 5, 5)]
        title, body, self._asked = self._sayings.filled(
            text.title, text.body, text.action, date=self._rng.choice(within)
        )
        expires = self._days[min(n + text.days, len(self._days) - 1)] if text.days else None
        # Of the last two not all know yet: the newest has only just come.
        people = len(self._staff.members)
        unread = {0: people - 3, 1: max(2, people // 5)}.get(count, 0)
        return Issue(text.kind, title, body, text.source, expires, unread)

    def _answer(self, day: date, evening: date) -> Iterator[Item]:
        stand = self._sales.stand(evening) if evening.month == day.month else None
        if stand is None:
            return
        accounts, assets = stand
        talk = self._texts.talk
        behind = [
            (part.done / part.due, pool, part)
            for part, pool in ((accounts, talk.accounts_behind), (assets, talk.assets_behind))
            if part.behind
        ]
        if behind:
            _, pool, part = min(behind, key=lambda entry: entry[0])
            yield Item(Section.PROGRESS, ItemKind.ANSWER, body=self._told(pool, part, evening))

    def _told(self, pool: Pool, part: Stand, evening: date) -> str:
        due = round(part.due)
        return self._sayings.say(
            pool,
            done=f"{part.done:,}",
            target=f"{part.target:,}",
            due=f"{due:,}",
            gap=f"{max(part.due - part.done, 1):,.0f}",
            when=short_day(evening),
        )

    def _topic(self, n: int) -> Iterator[Item]:
        self._open_question = ""
        if (self._last - n) % TOPIC_EVERY == 0:
            title, self._open_question = self._sayings.pair(self._texts.talk.topics)
            yield Item(Section.PROGRESS, ItemKind.TOPIC, title, linked=True)

    def _case(self, n: int, there: list[Member]) -> Item:
        back = self._last + 1 - n
        if back % CASE_EVERY == 0:
            case = self._cases[back // CASE_EVERY % len(self._cases)]
            return Item(Section.CASE, ItemKind.CASE, case=case, presenter=self._one(there).place)
        title, body = self._sayings.pair(self._texts.talk.experiences)
        return Item(Section.CASE, ItemKind.TOPIC, title, body, presenter=self._one(there).place)

    def _morale(self, n: int, day: date, evening: date, there: list[Member]) -> Iterator[Item]:
        remarks = self._texts.remarks
        yield Item(Section.MORALE, ItemKind.PRAISE, self._praise(evening, there), presenter=LEAD)
        for newcomer in self._staff.members:
            if newcomer.joined == day:
                yield Item(
                    Section.MORALE, ItemKind.TOPIC, self._sayings.say(remarks.welcome, name=newcomer.name)
                )
        deferred = n == self._last or (n < self._last and self._rng.random() < 0.1)
        if deferred or self._rng.random() < 0.35:
            member = self._one(there)
            title = self._sayings.say(remarks.turns, name=member.name)
            yield Item(Section.MORALE, ItemKind.TURN, title, presenter=member.place, deferred=deferred)

    def _praise(self, evening: date, there: list[Member]) -> str:
        remarks = self._texts.remarks
        sold, when = self._sales.of(evening), short_day(evening)
        opened = max(sold, key=lambda place: sold[place].accounts, default=LEAD)
        brought = max(sold, key=lambda place: sold[place].assets, default=LEAD)
        if sold and sold[opened].accounts > 1:
            name = self._staff.members[opened].name
            return self._sayings.say(remarks.accounts_praise, name=name, n=sold[opened].accounts, when=when)
        if sold and sold[brought].assets >= 20:
            name = self._staff.members[brought].name
            return self._sayings.say(remarks.assets_praise, name=name, amount=sold[brought].assets, when=when)
        return self._sayings.say(remarks.praise, name=self._one(there).name)

    # --- the meeting

    def _marks(self, n: int, there: list[Member]) -> Iterator[Mark]:
        rng, remarks = self._rng, self._texts.remarks
        often = min(1.0, 60 / len(there))
        for member in there:
            if member.place in (LEAD, CLERK):
                continue
            if member.place not in self._leave and rng.random() < 0.012 * often:
                self._leave[member.place] = (n, rng.randint(1, 3), rng.choice(remarks.leave))
            first, days, why = self._leave.get(member.place, (n, 0, ""))
            if n < first + days:
                back = short_day(self._days[first + days])
                reason = self._sayings.perhaps((why,), part=n - first + 1, days=days, back=back)
                yield Mark(member.place, RollMark.LEAVE, 0, reason)
                continue
            self._leave.pop(member.place, None)
            luck = rng.random() / often
            if luck < 0.03:
                yield Mark(
                    member.place, RollMark.LATE, rng.randint(3, 14), self._sayings.perhaps(remarks.late)
                )
            elif luck < 0.065:
                yield Mark(member.place, RollMark.OUT, 0, self._sayings.perhaps(remarks.out))
            elif luck < 0.067:
                yield Mark(member.place, RollMark.ABSENT, 0, self._sayings.perhaps(remarks.absent))

    def _said(self) -> Iterator[Said]:
        rng, talk = self._rng, self._texts.talk
        for section in Section:
            if rng.random() < _NOTES[section]:
                yield Said(section, OutcomeKind.NOTE, self._sayings.say(talk.notes[section]))
            if rng.random() < _DECISIONS[section]:
                yield Said(section, OutcomeKind.DECISION, self._sayings.say(talk.decisions[section]))

    def _tasks(self, n: int, present: list[Member]) -> Iterator[Task]:
        rng, talk = self._rng, self._texts.talk
        age = self._last - n
        given = []
        if self._open_question:
            # What is open comes back to the agenda every morning; of the last days only the newest does.
            given.append((Section.PROGRESS, self._open_question, age == 0 or age >= OPEN_ENDED))
        if self._asked:
            given.append((Section.DIRECTIVES, self._asked, False))
        ends = fates(rng, age)
        ends += (Fate.SETTLED,) * (len(given) - len(ends))
        for place, fate in enumerate(ends):
            section, text, linked = given[place] if place < len(given) else (None, "", False)
            due, steps = course(rng, fate, n, self._days, self._last, briefly=linked)
            owner = self._one(present)
            if section is None:
                section = rng.choices(list(_ACTIONS), list(_ACTIONS.values()))[0]
                text = self._sayings.say(talk.actions[section], date=due, owner=owner.name)
            others = [member.place for member in rng.sample(present, 2) if member is not owner]
            co_owners = tuple(others[:1]) if rng.random() < 0.2 else ()
            yield Task(section, text, owner.place, co_owners, due, rng.random() < 0.15, linked, steps)

    def _one(self, members: list[Member]) -> Member:
        return self._rng.choice([member for member in members if member.sells])
