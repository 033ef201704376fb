"""The library of cases of the English demo."""

from __future__ import annotations

from typing import Final

from teamops.demo.texts import Case

CASES: Final = (
    Case(
        "Turning a fee question into a plan",
        (
            "A retired teacher at Lakeside wanted the fee halved or she would leave. The client manager "
            "did not answer at once but asked what the account was for. It was for a grandchild's "
            "studies in six years. They worked out a monthly plan on one sheet. The fee was never "
            "mentioned again, and the daughter opened an account the week after."
        ),
        (
            "A question about price often is a question about purpose. Ask for the purpose before "
            "talking about the price."
        ),
        "fee plan family",
    ),
    Case(
        "The deposit that came due on a Friday",
        (
            "The cashier at North Gate mentioned that a shop owner's deposit ended on Friday. The "
            "client manager called on Wednesday, not to sell but to ask whether the money was needed. "
            "It was, half of it. The other half went into a 90-day note, and the owner asked to be "
            "called before every due date."
        ),
        "Call before the date, ask about the need, and leave something undone.",
        "deposit timing outlet",
    ),
    Case(
        "A fall of three per cent before lunch",
        (
            "The index lost three per cent by eleven. Instead of waiting for calls the group shared out "
            "sixty clients and called them first, with one sentence on what had happened and one on "
            "what had not. Two sold, one bought, fifty-seven thanked us."
        ),
        "In bad weather the first call must be ours. Silence is what clients remember.",
        "market calls trust",
    ),
    Case(
        "The angry client and the form",
        (
            "A taxi driver had come three times for the same form. The client manager took him aside, "
            "filled in the form with him and wrote down her own number. She called the next day to say "
            "that it had gone through. He has sent four colleagues since."
        ),
        "A mended complaint is worth more than a smooth day. Finish it, and say that it is finished.",
        "complaint service",
    ),
    Case(
        "Thirty minutes in the canteen",
        (
            "A textile factory allowed a talk in the canteen. No product was named. The talk was about "
            "three mistakes with year-end money. Afterwards the accountant asked for a meeting with the "
            "owner, and a company account came out of it within the month."
        ),
        "Teach first. Who learns something from you asks you next.",
        "company talk",
    ),
    Case(
        "The client who compared everything",
        (
            "A software engineer came with a table of five brokers. The client manager added two lines "
            "to the table that were missing: what happens at night, and who picks up the phone. He took "
            "the table home and came back with his own numbers filled in."
        ),
        "Do not fight a comparison, complete it.",
        "comparison fee",
    ),
    Case(
        "Saying no to a loan",
        (
            "A restaurant owner wanted a margin loan to buy one share. The client manager drew a fall "
            "of twenty per cent on paper and what would be left. He was cross for a week. In the spring "
            "he moved his savings to us because, he said, somebody had told him the truth."
        ),
        "A no with reasons binds more than a yes without.",
        "margin risk suitability",
    ),
    Case(
        "The sleeping accounts of the harbour",
        (
            "Two hundred accounts near the ferry had not moved for a year. Sorted by street, they were "
            "called at the hour the shift ended. Thirty came in, most of them to ask for a password. "
            "Eleven began to trade again."
        ),
        "Sort the list so that a call can become a visit the same day.",
        "dormant calls",
    ),
    Case(
        "One page instead of twelve",
        (
            "Nobody read the brochure of the balanced fund. A client manager wrote it on one page: what "
            "it holds, what it cost last year, what it lost in the worst month. Clients took the page "
            "home, and the questions got better."
        ),
        "If it does not fit on one page, it is not understood yet.",
        "explanation fund",
    ),
    Case(
        "A second signature",
        (
            "A widow wanted to put everything into one fund. The client manager asked her to come back "
            "with somebody she trusts. She came with her brother, they put in a third, and the brother "
            "became a client too."
        ),
        "Slowing down a decision is a service.",
        "suitability family",
    ),
    Case(
        "The rival across the street",
        (
            "A rival set up a stand opposite and paid a high rate for new money. We printed nothing. We "
            "put a chair outside and explained, to everyone who asked, when that rate ends. After three "
            "weeks the stand was gone."
        ),
        "Facts and a chair beat a banner.",
        "competition outlet",
    ),
    Case(
        "Pencil and paper for the child",
        (
            "A young couple came with a restless child, and the talk was over before it began. At the "
            "next visit there were pencils on the table. The talk lasted forty minutes, and the "
            "retirement plan was signed at the third."
        ),
        "Take care of what disturbs the client before taking care of the contract.",
        "family service",
    ),
    Case(
        "The wrong form",
        (
            "A client manager noticed in the evening that two forms had been mixed up. He drove to both "
            "clients the same night, said that it was his mistake and had them signed anew. Both still "
            "tell it to others, kindly."
        ),
        "A mistake told at once costs an evening. Told late it costs a client.",
        "mistake trust",
    ),
    Case(
        "Asking for the third name",
        (
            "After each good talk one client manager asks: who else might like to know this? Most give "
            "no name, some one, few three. In a quarter it came to twenty-two names, nine talks and "
            "five accounts."
        ),
        "Ask every time, at the end, in one sentence.",
        "recommendation",
    ),
    Case(
        "The factory that paid twice a year",
        (
            "A furniture factory pays its bonus in July and in January. The client manager wrote both "
            "dates down and was there a week before, with a page about overnight money. Now the "
            "personnel office calls her."
        ),
        "Know the day the money comes, and be there before it.",
        "company timing",
    ),
    Case(
        "Reading the statement together",
        (
            "A retired pilot was sure that he had lost money. They read the statement together, line by "
            "line. He had counted the dividends as missing. He brought the statements of his wife to "
            "the next visit."
        ),
        "Half of all worry sits in a statement nobody explained.",
        "statement trust",
    ),
    Case(
        "The group that shared its calendar",
        (
            "Three client managers covered two outlets and kept missing appointments. They put one "
            "calendar on the wall and crossed out lunch for each in turn. Waiting time halved, and "
            "accounts opened at noon doubled."
        ),
        "Clients come when we are at lunch. Take turns.",
        "team outlet calendar",
    ),
    Case(
        "After the talk nobody signed",
        (
            "Forty people at a talk, not one signature. The client manager sent each a note with the "
            "answer to the question they had asked. Ten replied, four came, three of them with friends."
        ),
        "The talk is the beginning. The note the next morning is the sale.",
        "talk follow-up",
    ),
)
