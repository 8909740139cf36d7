import pytest

from stock_room import StockRoom


@pytest.fixture
def room():
    room = StockRoom()
    room.receive("bolt", 20)
    room.receive("nut", 6)
    return room


def test_received_goods_are_available(room):
    assert room.available("bolt") == 20
    assert room.available("gear") == 0


def test_nothing_is_received_without_quantity(room):
    with pytest.raises(ValueError):
        room.receive("bolt", 0)


def test_reserved_goods_are_not_available(room):
    assert room.reserve("bolt", 15)
    assert room.available("bolt") == 5


def test_more_than_available_is_not_reserved(room):
    assert not room.reserve("nut", 7)
    assert room.available("nut") == 6


def test_shipping_ends_the_reservation(room):
    room.reserve("bolt", 8)
    room.ship("bolt", 8)
    assert room.available("bolt") == 12


def test_part_of_a_reservation_is_shipped(room):
    room.reserve("bolt", 8)
    room.ship("bolt", 3)
    assert room.available("bolt") == 12
    room.ship("bolt", 5)
    with pytest.raises(ValueError):
        room.ship("bolt", 1)


def test_what_runs_out_is_ordered(room):
    assert room.to_order() == []
    room.reserve("nut", 1)
    assert room.to_order() == ["nut"]
