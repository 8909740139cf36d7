"""The catalogue: the fixed ids and names of the power units."""

from collections import Counter

import pytest

from aurora.model.errors import NotFoundError
from aurora.registry.catalogue import catalogue, power_unit


def test_an_unknown_unit_is_not_found() -> None:
    with pytest.raises(NotFoundError, match=r"there is no power unit 'K0'"):
        power_unit("K0")


def test_ids_are_unique_and_numbered_from_one_in_each_kind() -> None:
    by_kind: dict[str, list[int]] = {}
    for unit in catalogue():
        by_kind.setdefault(unit.kind, []).append(unit.number)
    assert set(by_kind) == {"knowledge", "mode", "component"}
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in by_kind.values())
    assert max(Counter(unit.id for unit in catalogue()).values()) == 1


def test_every_requirement_is_a_unit() -> None:
    ids = {unit.id for unit in catalogue()}
    assert {need for unit in catalogue() for need in unit.requires} <= ids


def test_a_unit_is_read_whole() -> None:
    unit = power_unit("K3")
    assert (unit.name, unit.group, unit.requires) == ("integers & number theory basics", "foundation", ("K1", "K2"))
