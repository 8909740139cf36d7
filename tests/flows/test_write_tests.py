"""New tests are new files: nothing that is there is touched, and they can be taken back."""

from pathlib import Path

import pytest

from aurora.contracts.testing import Written
from aurora.flows.fix_code import undo_change
from aurora.flows.write_tests import free_name, reach, write_tests
from aurora.model.errors import BadInputError
from aurora.model.task import Budget
from tests.doubles import tools_with

TESTS = Written("def test_f(): ...\n", 1)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "src" / "shop").mkdir(parents=True)
    (root / "src" / "shop" / "__init__.py").write_text("")
    (root / "src" / "shop" / "cart.py").write_text("def f(): ...\n")
    (root / "a.py").write_text("def f(): ...\n")
    return root


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path, project: Path) -> None:
    with pytest.raises(BadInputError, match="is there already"):
        write_tests(tools_with(tmp_path, written=TESTS), project / "a.py", Budget(), out=project / "a.py")
    assert (project / "a.py").read_text() == "def f(): ...\n"


def test_one_file_cannot_receive_the_tests_of_several_modules(tmp_path: Path, project: Path) -> None:
    with pytest.raises(BadInputError, match="several modules"):
        write_tests(tools_with(tmp_path, written=TESTS), project, Budget(), out=project / "test_all.py")


@pytest.mark.parametrize("target", [0.0, 1.5, -1.0])
def test_a_target_that_is_no_share_is_refused(tmp_path: Path, project: Path, target: float) -> None:
    with pytest.raises(BadInputError, match="is no share"):
        reach(tools_with(tmp_path), project, target, Budget())


def test_unless_asked_nothing_is_written(tmp_path: Path, project: Path) -> None:
    (found,) = write_tests(tools_with(tmp_path, written=TESTS), project / "a.py", Budget())
    assert (found.out, found.applied, (project / found.out).exists()) == ("test_a.py", False, False)


def test_what_was_written_is_taken_back(tmp_path: Path, project: Path) -> None:
    tools = tools_with(tmp_path, written=TESTS)
    (found,) = write_tests(tools, project / "a.py", Budget(), out=project / "test_new.py")
    assert found.applied
    assert (project / "test_new.py").read_text() == TESTS.text
    assert undo_change(tools, project).files == ("test_new.py",)
    assert not (project / "test_new.py").exists()


def test_a_module_of_a_package_is_named_from_where_it_is_imported(tmp_path: Path, project: Path) -> None:
    (found,) = write_tests(tools_with(tmp_path, written=TESTS), project / "src" / "shop" / "cart.py", Budget())
    assert (found.path, found.out) == ("src/shop/cart.py", "tests/test_cart.py")


def test_every_module_of_a_folder_gets_tests(tmp_path: Path, project: Path) -> None:
    found = write_tests(tools_with(tmp_path, written=TESTS), project, Budget())
    assert [each.path for each in found] == ["a.py", "src/shop/cart.py"]


def test_tests_that_reach_more_are_added_and_taken_back(tmp_path: Path, project: Path) -> None:
    tools = tools_with(tmp_path)
    assert not (project / "test_a_2.py").exists()
    assert reach(tools, project, 0.9, Budget(), apply=True).ended == "reached"
    assert (project / "test_a_2.py").exists()
    undo_change(tools, project)
    assert not (project / "test_a_2.py").exists()


def test_a_free_name_lies_where_most_tests_lie() -> None:
    files = {"tests/unit/test_x.py": "", "tests/unit/test_a.py": "", "test_y.py": ""}
    assert free_name(files, "pkg/a.py") == "tests/unit/test_a_2.py"
    assert free_name({}, "pkg/a.py") == "tests/test_a.py"
    assert free_name({}, "a.py") == "test_a.py"
