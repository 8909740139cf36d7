"""Running modes by number, id and name; those that do not work say what they lack."""

from pathlib import Path

import pytest

from aurora.flows.execute import execute, find_mode, modes, prepared
from aurora.model.errors import BadInputError, DeclaredOnlyError, NotFoundError
from aurora.registry.discover import discover
from tests.doubles import tools_with


def test_an_unknown_mode_is_not_found_and_near_names_are_told(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"no mode 'complexty analysis'. Did you mean complexity-analysis"):
        find_mode(tools_with(tmp_path), "complexty analysis")
    with pytest.raises(NotFoundError, match="aurora mode list"):
        find_mode(tools_with(tmp_path), "!")
    with pytest.raises(NotFoundError):
        find_mode(tools_with(tmp_path), "6\u2126")


def test_a_mode_without_a_part_is_declared_only_and_says_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(DeclaredOnlyError, match=r"Complexity Analysis \(M6\) does not work yet") as caught:
        execute(tools_with(tmp_path), "M6", {})
    assert caught.value.unit == "M6"
    assert len(caught.value.missing) == 2


def test_parameters_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=discover("aurora.units.modes"))
    with pytest.raises(BadInputError, match=r"'files' is missing. Name a file or folder"):
        execute(tools, "M6", {})
    with pytest.raises(NotFoundError):
        execute(tools, "M6", {}, path=tmp_path / "nothing.py")


def test_number_id_and_name_find_the_same_mode(tmp_path: Path) -> None:
    found = {find_mode(tools_with(tmp_path), name).unit.id for name in (6, "6", "m6", "Complexity Analysis", "M6")}
    assert found == {"M6"}


def test_every_mode_of_the_catalogue_is_listed_with_what_it_takes(tmp_path: Path) -> None:
    listed = modes(tools_with(tmp_path, registry=discover("aurora.units.modes")))
    assert [entry.unit.number for entry in listed] == list(range(1, len(listed) + 1))
    by_id = {entry.unit.id: entry for entry in listed}
    assert by_id["M6"].works
    assert [each.name for each in by_id["M6"].parameters] == ["files"]
    assert not any(entry.parameters for entry in listed if not entry.works)


def test_a_file_gives_its_text_and_the_result_has_time_evidence_and_components(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("def f():\n    return 1\n")
    (tmp_path / "b.py").write_text("def g():\n    return 1\n")
    tools = tools_with(tmp_path, registry=discover("aurora.units.modes"))
    done = execute(tools, "complexity-analysis", {}, path=tmp_path / "a.py")
    assert list(done.result.output) == ["a.py"]
    assert done.result.evidence
    assert done.seconds > 0
    assert done.components == ()


def test_a_mode_that_takes_a_place_is_given_the_one_that_is_named(tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=discover("aurora.units.modes"))
    _, given = prepared(tools, "M65", {"test": "pytest -q"}, tmp_path)
    assert (given.path, given.test) == (str(tmp_path), "pytest -q")
    with pytest.raises(BadInputError, match="takes no file or folder"):
        prepared(tools, "M66", {}, tmp_path)


def test_a_module_of_a_package_is_asked_by_its_name_from_where_it_is_imported(tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    for name in ("__init__", "prices", "orders"):
        (tmp_path / f"shop/{name}.py").write_text("X = 1\n")
    tools = tools_with(tmp_path / "home", registry=discover("aurora.units.modes"))
    _, given = prepared(tools, "M17", {}, tmp_path / "shop/prices.py")
    assert given.path == "shop/prices.py"
    assert "shop/orders.py" in given.files
    with pytest.raises(BadInputError, match=r"none was named. Set `path` to one of: shop/orders.py, shop/prices.py\.$"):
        execute(tools, "M17", {}, path=tmp_path)
