"""The digests of millions of rows in little room, wherever their keys lie."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from teamops.db.tally import Tally

DIGEST = bytes(range(1, 17))
keys = st.one_of(st.integers(1, 60), st.integers(-5, 3_000_000), st.integers(-(2**63), 2**63 - 1))


@given(st.lists(st.tuples(keys, st.binary(min_size=16, max_size=16).filter(any))), st.lists(keys))
def test_what_was_put_last_is_taken_once(puts: list[tuple[int, bytes]], others: list[int]) -> None:
    tally, known = Tally("team"), dict(puts)
    for key, digest in puts:
        tally.put(key, digest)
    for key in others:
        assert tally.take(key) == known.pop(key, b"")
    assert sorted(tally.left()) == sorted(known)


def test_a_million_rows_take_sixteen_bytes_each() -> None:
    tally = Tally("team")
    for key in range(1, 1000):
        tally.put(key, DIGEST)
    tally.put(1 << 40, DIGEST)
    assert len(tally._packed) == 1000 * 16
    assert list(tally._far) == [1 << 40]


def test_the_orders_of_columns_met_are_known_newest_first() -> None:
    tally = Tally("team")
    for columns in (("id", "name"), ("name", "id"), ("id",)):
        assert len(tally.digester(columns)((1, "x")[: len(columns)])) == 32
    assert tally.orders(["id", "name"]) == [("name", "id"), ("id", "name")]
    assert tally.orders(["id", "else"]) == [("id", "else")]
