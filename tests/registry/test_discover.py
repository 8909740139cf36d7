"""Discovering parts: exactly one a file, looked up by id or last word."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from aurora.model.errors import NotFoundError, PartError
from aurora.registry.declare import Contract, Example
from aurora.registry.discover import discover, packages

PLAIN = Contract[type, int, int]("plain", lambda run, given: given)

PART = """
from aurora.registry.declare import Contract, Example

SHOUT = Contract("shout", lambda run, given: run(given))

@SHOUT.part(examples=[Example("a", "A")], needs={needs!r})
def part(text):
    return text.upper()
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "planted"
    (folder / "inner").mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder / "inner" / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield folder
    for name in [name for name in sys.modules if name.split(".")[0] == "planted"]:
        del sys.modules[name]


def test_a_file_without_a_part_is_refused(package: Path) -> None:
    (package / "empty.py").write_text("x = 1\n")
    with pytest.raises(PartError, match=r"planted\.empty: 0 parts are declared"):
        discover("planted")


def test_a_file_with_two_parts_is_refused(package: Path) -> None:
    second = "\n@SHOUT.part(examples=[])\ndef other(text):\n    return text\n"
    (package / "two.py").write_text(PART.format(needs=()) + second)
    with pytest.raises(PartError, match=r"planted\.two: 2 parts are declared\. One file is one part"):
        discover("planted")


def test_a_part_of_a_unit_that_the_catalogue_does_not_have_is_refused(package: Path) -> None:
    (package / "zoo.py").write_text(PART.format(needs=()).replace("needs=()", "unit='K0'"))
    with pytest.raises(NotFoundError, match=r"there is no power unit 'K0'"):
        discover("planted")


def test_parts_are_found_in_folders_below_in_the_order_of_their_ids(package: Path) -> None:
    (package / "zoo.py").write_text(PART.format(needs=()))
    (package / "inner" / "ant.py").write_text(PART.format(needs=()))
    assert [part.id for part in discover("planted").parts] == ["planted.inner.ant", "planted.zoo"]


def test_a_part_is_found_by_id_and_by_its_last_word(package: Path) -> None:
    (package / "zoo.py").write_text(PART.format(needs=()))
    registry = discover("planted")
    assert registry.get("planted.zoo") is registry.get("zoo")


def test_a_name_that_no_part_or_two_parts_have_is_not_found(package: Path) -> None:
    (package / "same.py").write_text(PART.format(needs=()))
    (package / "inner" / "same.py").write_text(PART.format(needs=()))
    registry = discover("planted")
    for name in ("same", "nothing"):
        with pytest.raises(NotFoundError, match=name):
            registry.get(name)


def test_switching_off_a_folder_leaves_the_others(package: Path) -> None:
    (package / "inner_too.py").write_text(PART.format(needs=()))
    (package / "inner" / "ant.py").write_text(PART.format(needs=()))
    left = discover("planted").without("planted.inner")
    assert [part.id for part in left.parts] == ["planted.inner_too"]


def test_a_part_whose_package_is_missing_is_listed_and_not_used(package: Path) -> None:
    (package / "zoo.py").write_text(PART.format(needs=("no_such_package_here",)))
    registry = discover("planted")
    (part,) = registry.parts
    assert registry.of(part.contract) == ()


def test_the_parts_of_one_contract_are_told_from_others(package: Path) -> None:
    (package / "zoo.py").write_text(PART.format(needs=()))
    registry = discover("planted")
    assert registry.of(registry.parts[0].contract) == registry.parts
    assert registry.of(PLAIN) == ()


def test_packages_lists_the_folders_below_a_package(package: Path) -> None:
    (package / "zoo.py").write_text(PART.format(needs=()))
    assert [found.__name__ for found in packages("planted")] == ["planted.inner"]


def test_a_part_that_is_only_imported_does_not_count(package: Path) -> None:
    (package / "zoo.py").write_text(PART.format(needs=()))
    (package / "inner" / "ant.py").write_text("from planted.zoo import part\n")
    with pytest.raises(PartError, match=r"planted\.inner\.ant: 0 parts"):
        discover("planted")


def test_examples_are_typed_values() -> None:
    assert Example(1, 2) == Example(1, 2)
