"""What is said in the meetings of the English demo, and written down of them."""

from __future__ import annotations

from typing import Final

from teamops.demo.texts import Talk
from teamops.models.meetings import Section

TALK: Final = Talk(
    experiences=(
        (
            "How a fee question became a plan",
            (
                "{client} wanted two points off. I asked what the account was for, and we came to {product} "
                "with {sum} yuan a year."
            ),
        ),
        (
            "Calling at the right hour",
            "Of {n} calls between {time} and closing most were answered; in the morning hardly one.",
        ),
        (
            "A complaint that ended in a second account",
            "{client} was angry about a form. I filled it in with them and called again on {weekday}.",
        ),
        (
            "Why I let a client go home first",
            (
                "{client} was ready to sign for {product}. I asked for a night's sleep; they came back with "
                "a friend."
            ),
        ),
        (
            "The list by the till",
            (
                "At {outlet} I keep a list of those who wait longer than ten minutes. {n} of them talked to "
                "me last month."
            ),
        ),
        (
            "Three questions before a product",
            (
                "What for, until when, how much may it fall. With {client} that took six minutes and saved "
                "a complaint."
            ),
        ),
        (
            "A lunch-hour talk at {firm}",
            "{n} people came, {product} was not mentioned once, and afterwards they queued.",
        ),
        (
            "Reading the statement aloud",
            (
                "{client} never understood the second page. Since I read it aloud they bring neighbours to "
                "{outlet}."
            ),
        ),
        (
            "What the cashier at {outlet} told me",
            "Fixed deposits of {sum} yuan end on {day}. We spoke to the owner together.",
        ),
        (
            "Losing {sum} yuan in assets and keeping the client",
            "{client} bought a flat. I sent the papers the same day; the rest stayed.",
        ),
        (
            "A child at the counter",
            "{client} came with a bored child. A pencil and paper gave us {n} quiet minutes for {product}.",
        ),
        (
            "The second visit to {firm}",
            (
                "On the first we met the cashier, on the second the owner, and only then they asked about "
                "{product}."
            ),
        ),
        (
            "Saying no to leverage",
            (
                "{client} wanted a margin loan for {sector}. I showed a fall of {pct} % on paper; they "
                "thanked me."
            ),
        ),
        (
            "One page instead of twelve",
            "I wrote {product} on one page with a pen. {client} took it home and called at {time}.",
        ),
        (
            "Old accounts wake up",
            "I sorted the accounts that slept for a year; {n} of them live near {outlet}, four came in.",
        ),
        (
            "Asking for a name at the end",
            "After every talk I ask who else might want to know. {client} gave me {n} names.",
        ),
        (
            "A client who compares",
            "{client} had a rival's offer of {rate} %. We read the small print together, line by line.",
        ),
        (
            "When the market fell {pct} %",
            "I called {n} clients before {time}. Nobody sold, two asked for more of {product}.",
        ),
        (
            "The quiet one at {firm}",
            "The accountant said nothing for an hour and opened an account on {weekday}.",
        ),
        (
            "A mistake of mine",
            "I mixed up two forms at {outlet}. I called {client} within the hour and drove there.",
        ),
    ),
    topics=(
        (
            "Open question: may {product} be redeemed before {day}?",
            "Ask the product desk whether {product} can be redeemed early, and tell the group",
        ),
        (
            "Open question: which papers does {firm} need for a company account?",
            "Put together the papers for the company account of {firm}",
        ),
        (
            "Open question: parking for the team at {outlet}",
            "Settle the parking at {outlet} with the contact there",
        ),
        (
            "Open question: who follows up the {n} slips of the fair?",
            "Share out the {n} slips of the fair and report who called whom",
        ),
        (
            "Open question: leaflets of {product} are out of date",
            "Get the new leaflets of {product} to all outlets",
        ),
        (
            "Open question: stand at {firm} on {day}, yes or no?",
            "Settle the stand at {firm} with its personnel office",
        ),
        (
            "Open question: clients of {outlet} who moved away",
            "Sort out which of the {n} clients of {outlet} are still in town",
        ),
        (
            "Open question: how do we answer the {rate} % of our rival?",
            "Write half a page on the rival's {rate} % and have it checked",
        ),
        (
            "Open question: second screen for {outlet}",
            "Find out whether the second screen for {outlet} was ordered",
        ),
        (
            "Open question: appointment hours at {outlet} on {weekday}",
            "Agree appointment hours for {weekday} with {outlet}",
        ),
    ),
    accounts_behind=(
        (
            "Accounts: {done} of {target} on {when}, {due} would have been due. Each group names two "
            "visits for today."
        ),
        (
            "By {when} {done} accounts against a pace of {due} (target {target}). We go back to the "
            "sleeping accounts first."
        ),
        (
            "{gap} accounts behind the pace on {when} ({done} of {target}). {outlet} gets a second "
            "person until {day}."
        ),
        (
            "Target {target}, done {done} by {when}, due {due}. The groups call everybody who asked and "
            "has not signed."
        ),
        (
            "At {done} of {target} accounts on {when}, {gap} short. {member} and {member2} take the "
            "stand at {firm}."
        ),
        (
            "{when}: {done} accounts, {due} due. From today every talk ends with the question who else "
            "might want one."
        ),
        (
            "Still {gap} accounts to catch up after {when} ({done} of {target}). Lunch hours at "
            "{outlet} are manned by two."
        ),
        "{done} opened by {when}, the pace asks for {due}. {weekday} is calling day: {n} calls each.",
    ),
    assets_behind=(
        (
            "New assets: {done} of {target} (10k yuan) on {when}, {due} due. We go through the deposits "
            "that end before {day}."
        ),
        (
            "By {when} {done} against {due} due (10k yuan, target {target}). Those with idle balances "
            "are called today."
        ),
        "{gap} (10k yuan) behind the pace on {when}. {member} asks {firm} about its year-end money.",
        (
            "Assets {done}, pace {due}, target {target} (10k yuan) on {when}. Every group brings three "
            "names tomorrow."
        ),
        (
            "After {when} {gap} (10k yuan) are missing of what was due. {product} is shown to holders "
            "of matured notes."
        ),
        "{when}: {done} of {target} (10k yuan). The lead joins two talks above {sum} yuan this week.",
        (
            "The pace asks for {due} (10k yuan), {when} ended at {done}. {outlet} looks after matured "
            "deposits first."
        ),
        (
            "Assets stand at {done} (10k yuan) on {when}, {gap} short. We agree on {n} appointments by "
            "{weekday}."
        ),
    ),
    notes={
        Section.MARKET: (
            "Nobody is to name a price target for {sector} to a client.",
            "{member} asks for the strategists' table by {time} each day.",
            "The review of judgements goes up on the board until {day}.",
            "Questions about {sector} go to {member} first.",
            "Whoever speaks of {sector} names the risk in the same sentence.",
            "Short version of the market note for the group chat: {n} lines at most.",
        ),
        Section.DIRECTIVES: (
            "{member} puts the directive up at {outlet}.",
            "Those who were away read it by {day} and say so.",
            "The branch asks for a reply from us by {weekday}, {time}.",
            "Two questions on {product} go back to head office.",
            "{outlet} has the old form still; {member} exchanges it.",
            "The wording for clients is ready and may be used from {day} on.",
            "Head office counts {n} branches that have answered so far.",
            "For {firm} the exception of last year ends on {day}.",
        ),
        Section.PROGRESS: (
            "{member} is expected at {firm} on {day} at {time}.",
            "{firm} wants to see {product} again, with figures.",
            "{n} of the sleeping accounts at {outlet} were reached.",
            "Matured deposits at {outlet}: {sum} yuan until {day}.",
            "{member} has {n} appointments this week, four of them new.",
            "A talk with {client} about {product} is set for {weekday} at {time}.",
            "The stand at {firm} brought {n} names.",
            "{outlet} sends us more people since the screen was moved.",
            "{client} wants to think about {product} until {day}.",
            "A rival has a stand opposite {outlet} until {day}.",
        ),
        Section.CASE: (
            "{member} tries it with {client} and reports on {day}.",
            "The group asks for the one-page sheet to copy.",
            "{member} had something like it at {firm} {n} weeks ago.",
            "Agreed: ask what the money is for before naming {product}.",
            "The point about the second call is worth a try at {outlet}.",
            "{member} and {member2} practise the talk before {weekday}.",
        ),
        Section.MORALE: (
            "Table tennis against the neighbours on {weekday} at {time}.",
            "{member} collects for the birthday table, {n} yuan each.",
            "Photograph for the notice board on {day}.",
            "The walk round {outlet} is on {day}, weather permitting.",
            "{member} brings breakfast on {weekday}.",
            "Thanks from the branch manager for the last {n} days.",
        ),
    },
    decisions={
        Section.MARKET: (
            "Until {day} nobody recommends single shares of {sector}.",
            "The market note goes to the group chat at {time} every morning.",
            "Margin clients in {sector} are called as soon as the index loses {pct} %.",
        ),
        Section.DIRECTIVES: (
            "The new form is used at {outlet} from {day} on.",
            "{product} is offered only after the risk sheet was signed, without exception.",
            "{member} is the team's contact for {product}.",
            "Questions on the directive are collected until {weekday} and asked once.",
            "Leaflets printed before {day} are sent back.",
            "Client data leaves {outlet} only in the locked bag.",
            "Exceptions above {sum} yuan need the lead's word beforehand.",
            "Two people sign for every parcel of forms at {outlet}.",
        ),
        Section.PROGRESS: (
            "{outlet} is manned by two at lunch until {day}.",
            "Calls to sleeping accounts are made between {time} and closing.",
            "{member} takes over the visits to {firm}.",
            "Every group plans at least {n} calls a day this week.",
            "The stand at {firm} is held on {day}.",
            "Talks above {sum} yuan are held by two.",
            "Who has no appointment by {time} helps at {outlet}.",
            "The list of matured deposits is shared out by group each {weekday}.",
            "{member} and {member2} change their days at {outlet} next week.",
            "Visits to {firm} and its neighbours are done in one round.",
        ),
        Section.CASE: (
            "The three questions go on a card that everyone carries from {day} on.",
            "Each group tells one case of its own by {day}.",
            "New client managers sit in on {n} talks before holding one.",
        ),
        Section.MORALE: (
            "The birthday table is on the last working day, at {time}.",
            "The team outing goes to {outlet} on {day}.",
        ),
    },
    actions={
        Section.MARKET: (
            "Write the one-page note on {sector} for clients",
            "Call the {n} holders of {sector} with large positions",
            "Ask the strategists for the table on {sector}",
            "Update the board with the rates of {day}",
        ),
        Section.DIRECTIVES: (
            "List the accounts at {outlet} that need the new form",
            "Exchange the leaflets of {product} at {outlet}",
            "Explain {product} to the counter staff at {outlet}",
            "Send the team's questions on {product} to head office",
            "Check the risk sheets of {n} clients for signatures",
            "Collect the old forms at {outlet} and have them shredded",
            "Ask the records officer about papers older than {n} months",
            "Draft the reply to head office about {product}",
            "Inform {firm} about the change of terms in writing",
            "Report how many clients of {outlet} hold {product}",
        ),
        Section.PROGRESS: (
            "Call {n} sleeping accounts of {outlet}",
            "Prepare the offer of {product} for {firm}",
            "Visit {firm} and bring the papers for the account",
            "Agree a date with {client} about {product}",
            "Go through the deposits at {outlet} that end before {day}",
            "Set up the stand at {firm} for {day}",
            "Win back {client} who moved {sum} yuan to a rival",
            "Put the {n} names from the fair into the list",
            "Compare {product} with the rival's at {rate} %",
            "Ask {firm} for its new shareholders' list",
            "Find out why {n} started applications at {outlet} were never finished",
            "Bring the missing paper of {client} to the branch",
            "Call back the {n} clients who asked about {product}",
        ),
        Section.CASE: (
            "Write down the case of {client} for the library",
            "Make the one-page sheet for {product}",
            "Practise the talk on {product} with {member}",
            "Try the three questions with {n} clients and report",
            "Show {member} the talk at {firm}",
        ),
        Section.MORALE: (
            "Order the cake for {n} people",
            "Book the hall for table tennis on {day}",
            "Frame the letter of {client} for {outlet}",
        ),
    },
)
