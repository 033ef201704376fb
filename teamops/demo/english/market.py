"""What is said of the market in the English demo."""

from __future__ import annotations

from typing import Final

from teamops.demo.texts import MarketTalk

MARKET: Final = MarketTalk(
    notes=(
        (
            "{sector} gained {pct} % on better orders",
            "Clients who hold them may ask whether to take profits.",
        ),
        (
            "{sector} fell {pct} % after weak half-year reports",
            "Have the fund's share in them at hand, down to one decimal.",
        ),
        (
            "Turnover of {billions} billion on {when}, the mood is wait and see",
            "A good day to call those who sold in {sector}.",
        ),
        (
            "Seven-day repo at {repo} %",
            "Idle balances above {sum} yuan are worth a call about the overnight service.",
        ),
        (
            "Ten-year treasury yield at {bond} %",
            "Bond fund holders gain a little; explain why before they read it elsewhere.",
        ),
        (
            "Head office's strategists raise {sector} to overweight",
            "The note has {n} pages, the summary is on page 2.",
        ),
        (
            "Head office's strategists lower {sector} to neutral",
            "Nobody is to sell on this alone: ask first what the money is for.",
        ),
        (
            "New rules for margin lending come into force on {day}",
            "Accounts below {sum} yuan keep the present terms.",
        ),
        (
            "Two new shares to subscribe to on {weekday}, {day}",
            "Remind clients with a market value above {sum} yuan to apply.",
        ),
        ("{product}: subscription closes on {day}", "{n} clients of the branch asked about it last week."),
        (
            "Rival brokers advertise {rate} % for new money",
            "The small print ends it after {n} days; show it, do not argue.",
        ),
        (
            "Consumer prices up {pct} % on the year",
            "Depositors feel it; a talk about real return lasts ten minutes.",
        ),
        ("Export figures out on {day} at {time}", "Hold back firm words about {sector} until then."),
        (
            "Gold up {pct} % overnight",
            "Those in the savings plan bought their grams at the average, not at the top.",
        ),
        ("The dollar rose {pct} %, {sector} lost on it", "Exporters among our clients look at this first."),
        (
            "Fund sales of the whole market up {pct} % last month",
            "Most of it went into short bonds, little into {sector}.",
        ),
        (
            "Index futures expire on {day}",
            "Expect swings in the last half hour and warn those who watch the screen.",
        ),
        (
            "Half of all listed companies have reported, {sector} best",
            "Profit grew {pct} % on average; keep the table for questions.",
        ),
        (
            "Property sales in the city up {pct} %",
            "Money that waits for a flat belongs in something that can be sold in a day.",
        ),
        (
            "The tax office explains the pension account again",
            "The yearly limit stands; {n} of our clients have not used theirs.",
        ),
        (
            "{firm} and its neighbours pay out year-end shares early",
            "Staff there will have cash around {day}.",
        ),
        (
            "Brokerage app of a rival was down until {time} on {when}",
            "No gloating with clients; say what ours does in such a case.",
        ),
    ),
    rising=(
        "Firm opening, {sector} may lead; test of {high} likely.",
        "Upwards within the range {low} to {high}, buyers in {sector}.",
        "The rise goes on, pauses below {high} are to be used.",
        "More up than down, turnover decides; {sector} in front.",
        "Recovery towards {high}, as long as {sector} hold.",
    ),
    quiet=(
        "Sideways between {low} and {high}, little news to come.",
        "Quiet before the figures of {day}, {sector} may shift places.",
        "No clear direction, both {low} and {high} far off.",
        "Waiting; volume thins out and {sector} mark time.",
        "Flat on balance, small swings in {sector}.",
    ),
    falling=(
        "Weaker, {low} may be tested; {sector} under pressure.",
        "Profit taking in {sector}, the index gives way towards {low}.",
        "Cautious; rallies below {high} are likely to be sold.",
        "Down rather than up until {sector} find a floor.",
        "Soft opening, {low} should hold at first.",
    ),
    held=(
        "It held: {close} at the close of {when}, {moved}.",
        "Right: the index ended {when} at {close}, {moved}.",
        "As expected, {moved} to {close} on {when}.",
        "The call was good: {moved}, close of {when} {close}.",
    ),
    partly=(
        "Half right: {moved} on {when}, close {close}; the swing came later than thought.",
        "Only in part: {close} at the end of {when}, {moved}.",
        "Direction unclear after all: {moved}, {close} at the close of {when}.",
        "Neither wrong nor right: {when} ended {moved} at {close}.",
    ),
    missed=(
        "It missed: {moved} to {close} on {when}, the other way round.",
        "Wrong: the index closed {when} at {close}, {moved}; we misread the volume.",
        "The market did the opposite on {when}: {moved}, {close}.",
        "Not so: {close}, {moved} on {when}; the news came after our meeting.",
    ),
    closed=(
        "The exchange was closed; the judgement is open until {when}.",
        "No trading in between, so nothing to review before {when}.",
        "Open still: trading goes on from {when}.",
    ),
)
