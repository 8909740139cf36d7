import pytest

from aurora.engines.repair.aside import stranded, unrunnable
from aurora.engines.repair.laboratory import Failure, Probe, Trace
from aurora.model.task import RepairTask

FILES = {"src/shop/__init__.py": ""}
TESTS = {
    "tests/test_shop.py": "import shop\n",
    "tests/test_late.py": "from shop import late\nfrom freezer.api import freeze\n",
    "tests/conftest.py": "import pytest\n",
}


def task(**tests: str) -> RepairTask:
    files = {**TESTS, **{f"tests/{name}.py": text for name, text in tests.items()}}
    return RepairTask({**FILES, **files}, tuple(FILES), tests=files)


def broken(message: str, kind: str = "ModuleNotFoundError") -> Probe:
    return Probe(broken=Failure("import", kind, message))


def test_files_that_import_what_is_not_installed_are_set_aside() -> None:
    found = unrunnable(task(), broken("No module named 'freezer.api'"))
    assert found == {
        "tests/test_late.py": "tests/test_late.py was not run: it needs freezer, which is not installed here."
    }


@pytest.mark.parametrize("message", ["No module named 'shop.lat'", "No module named 'tests'", "no module", ""])
def test_what_the_project_itself_may_lack_sets_nothing_aside(message: str) -> None:
    assert unrunnable(task(test_x="import shop.lat, tests"), broken(message)) == {}


def test_only_a_missing_module_sets_aside() -> None:
    assert unrunnable(task(), broken("No module named 'freezer'", "ImportError")) == {}
    assert unrunnable(task(), Probe()) == {}


def test_nothing_is_set_aside_when_no_test_would_be_left_or_all_need_it() -> None:
    assert unrunnable(task(conftest="import freezer\n"), broken("No module named 'freezer'")) == {}
    alone = RepairTask(FILES, tuple(FILES), tests={"test_a.py": "import freezer\n"})
    assert unrunnable(alone, broken("No module named 'freezer'")) == {}


def test_tests_that_ask_for_a_fixture_of_a_plugin_that_is_not_there_are_set_aside() -> None:
    failure = Failure("error", "FixtureLookupError", "('benchmark', <FixtureRequest for <Function test_a>>)")
    other = Failure("error", "FixtureLookupError", "what is this")
    probe = Probe((Trace("tests/test_late.py::test_a", failure), Trace("tests/test_shop.py::test_b", other)))
    (found,) = unrunnable(task(), probe).items()
    assert found[0] == "tests/test_late.py"
    assert "the fixture benchmark" in found[1]


WAITING = Failure("fail", "Failed", "async def functions are not natively supported.\nYou need to install a suitable")


def test_coroutines_that_no_plugin_runs_are_set_aside_by_themselves_where_others_of_their_file_run() -> None:
    traces = (Trace("tests/test_late.py::TestA::test_a[1]", WAITING), Trace("tests/test_late.py::test_b", None))
    (found,) = unrunnable(task(), Probe(traces)).items()
    assert found[0] == "tests/test_late.py::TestA::test_a"
    assert "was not run: it needs a plugin that runs coroutines, such as pytest-asyncio" in found[1]
    assert not stranded(Probe(traces))


def test_where_every_test_asks_for_what_is_not_there_that_is_said() -> None:
    (said,) = stranded(Probe((Trace("tests/test_late.py::test_a", WAITING),)))
    assert said.startswith("tests/test_late.py was not run: it needs a plugin")
    assert not stranded(Probe())
    assert not stranded(Probe((Trace("tests/test_late.py::test_a", Failure("fail", "Failed", "no luck")),)))
