"""Minutes as they were frozen, with their signatures and the head they print."""

from __future__ import annotations

from teamops.i18n import speaking
from teamops.models.history import Head
from teamops.models.inputs.action_items import ActionIn
from teamops.models.inputs.meetings import CorrectionIn
from teamops.models.inputs.people import SignatoryIn
from teamops.models.minutes import MinutesKind, SigningAs, digest
from teamops.services import action_items, branch, meetings, minutes
from teamops.services.desk import Desk
from teamops.services.reading import history
from teamops.services.reading import minutes as reading
from teamops.services.reading import people as people_read
from tests.services.holding import MONDAY, TUESDAY, go_on, hold, value
from tests.services.minuted import shown


def test_where_none_were_drawn_there_are_no_minutes(desk: Desk) -> None:
    meeting = hold(desk, MONDAY)
    with desk.books.reading() as reader:
        assert reading.newest_version(reader, meeting) == 1
        assert reading.newest_version(reader, 99) == 0
        assert reading.view(reader, 99) is None
        assert reading.view(reader, meeting, 2) is None


def test_minutes_are_shown_as_they_were_frozen(desk: Desk) -> None:
    meeting = hold(desk, MONDAY)
    drawn = shown(desk, meeting)
    assert (drawn.v, drawn.latest, drawn.kind, drawn.reason) == (1, 1, MinutesKind.DRAWN, "")
    assert (drawn.meeting_id, drawn.signed, drawn.signatures) == (meeting, False, ())
    assert drawn.drawn_at == desk.books.clock.now()
    assert drawn.zone == "Asia/Shanghai"
    body = value(desk, "SELECT body FROM minutes")
    assert drawn.body.canonical() == body
    assert drawn.digest == digest(body)


def test_every_version_is_shown_with_its_own_signatures(desk: Desk) -> None:
    meeting = hold(desk, MONDAY)
    minutes.sign(desk, meeting, signed_as=SigningAs.RECORDER)
    meetings.reopen(desk, meeting, "補記")
    meetings.close(desk, meeting)
    minutes.sign(desk, meeting)
    minutes.correct(desk, meeting, CorrectionIn(text="x", reason="寫錯"))
    versions = [shown(desk, meeting, v) for v in (1, 2, 3)]
    assert [[line.signed_as for line in version.signatures] for version in versions] == [
        [SigningAs.RECORDER],
        [SigningAs.HOST],
        [],
    ]
    assert [version.signed for version in versions] == [False, True, False]
    assert [(version.v, version.latest) for version in versions] == [(1, 3), (2, 3), (3, 3)]
    assert shown(desk, meeting) == versions[2]
    assert (versions[2].kind, versions[2].reason) == (MinutesKind.CORRECTION, "寫錯")


def test_unsigned_minutes_print_todays_head_and_signed_ones_that_of_their_signing(desk: Desk) -> None:
    monday, tuesday = hold(desk, MONDAY), hold(desk, TUESDAY)
    with desk.books.reading() as reader:
        now = history.head(reader)
    assert shown(desk, monday).head == str(now)
    minutes.sign(desk, monday)
    go_on(desk.books, 1)
    minutes.sign(desk, tuesday)
    action_items.open_item(desk, ActionIn(text="x", owner_id=1))
    with desk.books.reading() as reader:
        signings = reader.rows("SELECT id, hash FROM event_log WHERE action = 'minutes.sign' ORDER BY id")
    assert [shown(desk, meeting).head for meeting in (monday, tuesday)] == [
        str(Head(seq, sealed[:12])) for seq, sealed in signings
    ]


def test_the_recorders_signature_fixes_no_head(desk: Desk) -> None:
    meeting = hold(desk, MONDAY)
    minutes.sign(desk, meeting, signed_as=SigningAs.RECORDER)
    action_items.open_item(desk, ActionIn(text="x", owner_id=1))
    with desk.books.reading() as reader:
        assert shown(desk, meeting).head == str(history.head(reader))
    minutes.sign(desk, meeting)
    with desk.books.reading() as reader:
        signed = str(history.head(reader))
    action_items.open_item(desk, ActionIn(text="y", owner_id=1))
    assert shown(desk, meeting).head == signed


def test_titles_of_ours_follow_the_language_and_the_branchs_own_do_not(desk: Desk) -> None:
    with desk.books.reading() as reader:
        seen = people_read.signatories(reader, "minutes")
    own = (SignatoryIn(title="host", person_id=1), SignatoryIn(title="部門經理"))
    branch.change_signatories(desk, "minutes", own, seen)
    meeting = hold(desk, MONDAY)
    assert shown(desk, meeting).sign_lines == (("host", "徐靜"), ("部門經理", ""))
    with speaking("zh_Hant"):
        assert shown(desk, meeting).sign_lines[1] == ("部門經理", "")
    assert shown(desk, meeting).body.sign_lines == (("host", "徐靜"), ("部門經理", ""))
