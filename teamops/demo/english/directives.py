"""Head office's directives in the English demo."""

from __future__ import annotations

from typing import Final

from teamops.demo.texts import Directive
from teamops.models.directives import DirectiveKind

NOTICE, PRODUCT, TASK = DirectiveKind.NOTICE, DirectiveKind.PRODUCT, DirectiveKind.TASK

DIRECTIVES: Final = (
    Directive(
        TASK,
        "Fee floor from {day}",
        (
            "No account below 2.0 per ten thousand without the branch's leave. Tell clients who ask "
            "what they get for it. A list of exceptions goes to the lead."
        ),
        "Head office, retail department",
        12,
        "Hand in the list of fee exceptions above {sum} yuan",
    ),
    Directive(
        PRODUCT,
        "{product}: new terms in brief",
        ("For whom: money not needed for a year. Risk level R3, fee {pct} %. Not to be promised: a return."),
        "Head office, product department",
        9,
    ),
    Directive(
        NOTICE,
        "Suitability talks are recorded from {day} on",
        (
            "The recording begins before the product is named and ends after the client has repeated "
            "the risk. Without one no order is taken."
        ),
        "Head office, compliance",
        0,
    ),
    Directive(
        NOTICE,
        "Beware of calls in the branch's name",
        (
            "Strangers call clients and ask for codes. We never ask for a code. Whoever hears of a case "
            "reports it within the hour."
        ),
        "Head office, risk control",
        14,
    ),
    Directive(
        TASK,
        "Client data: telephone numbers to be checked",
        (
            "Every client manager checks {n} numbers a day until {day} and notes what has changed. Dead "
            "numbers are marked, not deleted."
        ),
        "Head office, operations",
        10,
        "Check the telephone numbers of {n} clients at {outlet}",
    ),
    Directive(
        PRODUCT,
        "Savings plan with {pct} % discount on fees",
        (
            "Holds for plans opened until {day}. From {n} months on the discount stays. Existing plans "
            "keep their terms."
        ),
        "Head office, product department",
        8,
    ),
    Directive(
        NOTICE,
        "Dress at outlets",
        (
            "Badge visible, branch jacket at the counter, no advertising of other houses. Outlets may "
            "have stricter rules."
        ),
        "Branch office",
        0,
    ),
    Directive(
        TASK,
        "Investor education week begins on {day}",
        (
            "Each group holds one talk at an outlet, at least {n} listeners. Photographs and a list of "
            "questions go to the branch."
        ),
        "Head office, retail department",
        9,
        "Agree place and time of the education talk with {outlet}",
    ),
    Directive(
        NOTICE,
        "Maintenance of the trading system on {day}",
        "Orders are possible again from 9:00 on. Clients who ask at night are referred to the hotline.",
        "Head office, information technology",
        4,
    ),
    Directive(
        PRODUCT,
        "{product} to be offered at all outlets",
        (
            "Term {n} months, redeemable monthly. Two pages of questions and answers are in the shared "
            "folder. The risk sheet comes first."
        ),
        "Head office, product department",
        11,
    ),
    Directive(
        TASK,
        "Dormant accounts: second round",
        (
            "Those without a trade for {n} months are called once more. A reason is noted for each. "
            "Nobody is called three times."
        ),
        "Head office, retail department",
        10,
        "Divide the dormant accounts of {outlet} and note the reasons",
    ),
    Directive(
        NOTICE,
        "Gifts to clients: limit of 200 yuan",
        "Nothing in cash, nothing tied to a trade. Every gift is entered on the day it is given.",
        "Head office, compliance",
        0,
    ),
    Directive(
        NOTICE,
        "Identity cards that expire before {day}",
        (
            "The system blocks orders the day after. Remind clients early; a photograph through the app "
            "is enough."
        ),
        "Head office, operations",
        7,
    ),
    Directive(
        PRODUCT,
        "New share service: one tap for all applications",
        (
            "The client agrees once and is applied for each time. Show it on the client's own phone, "
            "never on ours."
        ),
        "Head office, product department",
        12,
    ),
    Directive(
        TASK,
        "Quarterly check of equipment at outlets",
        "Projectors, tablets, banners: count, condition, place. Differences are explained by {day}.",
        "Branch office",
        8,
        "Count the equipment at {outlet} and explain differences",
    ),
    Directive(
        NOTICE,
        "Words not to be used",
        "Guaranteed, certain, risk-free, the last chance. Not in talks, not in chats, not on boards.",
        "Head office, compliance",
        0,
    ),
    Directive(
        NOTICE,
        "Complaints are answered within {n} hours",
        "The first answer says who looks after it and until when. The second says what came out.",
        "Head office, service",
        13,
    ),
    Directive(
        PRODUCT,
        "Pension account: year-end round",
        (
            "The yearly limit lapses on 31 December. A table shows what it saves in tax at three "
            "incomes. We explain, we do not reckon for the client."
        ),
        "Head office, retail department",
        15,
    ),
    Directive(
        TASK,
        "Mystery visits at outlets until {day}",
        (
            "Greeting, questions before products, risk sheet. Results come by group. Those who did well "
            "present it."
        ),
        "Head office, service",
        10,
        "Rehearse greeting and first questions at {outlet}",
    ),
    Directive(
        NOTICE,
        "Holiday duty list",
        "Each outlet names one person and a deputy by {day}. The list hangs at the entrance.",
        "Branch office",
        6,
    ),
    Directive(
        NOTICE,
        "Chat groups with clients",
        "Only groups with the lead as a member. No single shares, no screenshots of accounts.",
        "Head office, compliance",
        0,
    ),
    Directive(
        PRODUCT,
        "Short bond fund open again from {day} on",
        "Limit {sum} yuan a client. Redeemed by {time}, paid the next day. The risk level is R2.",
        "Head office, product department",
        7,
    ),
    Directive(
        TASK,
        "Names for the autumn fair",
        "Two from each group at the stand, from {time} on. Leaflets only of the current print.",
        "Branch office",
        7,
        "Name two people of each group for the stand",
    ),
    Directive(
        NOTICE,
        "Two-person rule for visits to companies",
        (
            "First visits to companies are made by two, one of them with a year's service. The slip "
            "names both."
        ),
        "Head office, risk control",
        14,
    ),
)
