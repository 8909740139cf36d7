"""The whole: what is written passes, notices changes, and says what it does not notice."""

import subprocess
import sys
from pathlib import Path

import pytest

from aurora.contracts.sandbox import Sandbox
from aurora.contracts.testing import Wanted, Written
from aurora.engines.testing.engine import SuiteAuthor, known_cases, module_of
from aurora.engines.testing.targets import targets
from aurora.model.errors import UnparsableError
from aurora.model.task import Budget

CODE = '''"""Shipping."""


class Parcel:
    def __init__(self, limit: int) -> None:
        self.items: list[str] = []
        self.limit = limit

    def put(self, item: str) -> int:
        if len(self.items) >= self.limit:
            raise OverflowError(f"no more than {self.limit}")
        self.items.append(item)
        return len(self.items)


def fee(weight: int, country: str) -> int:
    if country == "Atlantis":
        raise ValueError("nobody delivers there")
    if weight * 7 == 3031:
        return 1
    return 5 if weight <= 20 else 9
'''


@pytest.fixture(scope="module")
def written(sandbox: Sandbox) -> Written:
    return SuiteAuthor(sandbox).write(
        Wanted({"ship/fees.py": CODE, "ship/__init__.py": ""}, "ship/fees.py", "test_fees.py"), Budget(100)
    )


def test_what_is_no_python_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(UnparsableError, match=r"a\.py:1"):
        SuiteAuthor(sandbox).write(Wanted({"a.py": "def f(:"}, "a.py", "test_a.py"), Budget(100))


@pytest.mark.parametrize(
    ("path", "text", "why"),
    [("a.py", "X = 1\n", "nothing public to call"), ("a-b.py", "def f(): ...\n", "no module's name")],
)
def test_where_nothing_can_be_called_nothing_is_written(sandbox: Sandbox, path: str, text: str, why: str) -> None:
    found = SuiteAuthor(sandbox).write(Wanted({path: text}, path, "test_a.py"), Budget(100))
    assert (found.text, why in found.notes[0]) == ("", True)


def test_a_module_that_cannot_be_imported_is_said(sandbox: Sandbox) -> None:
    found = SuiteAuthor(sandbox).write(
        Wanted({"a.py": "import nosuch\ndef f(): ...\n"}, "a.py", "test_a.py"), Budget(100)
    )
    assert found.text == ""
    assert "cannot be imported" in found.notes[0]


def test_chance_and_time_are_not_recorded(sandbox: Sandbox) -> None:
    text = "import random\n\ndef f() -> float:\n    return random.random()\n"
    assert SuiteAuthor(sandbox).write(Wanted({"a.py": text}, "a.py", "test_a.py"), Budget(100)).text == ""


def test_the_file_passes_on_the_code_and_fails_on_another(written: Written, tmp_path: Path) -> None:
    def run(code: str) -> int:
        (tmp_path / "ship").mkdir(exist_ok=True)
        (tmp_path / "ship" / "fees.py").write_text(code)
        (tmp_path / "test_fees.py").write_text(written.text)
        command = [sys.executable, "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir=.", "test_fees.py"]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, timeout=240).returncode

    assert run(CODE) == 0
    assert run(CODE.replace("<= 20", "< 20")) == 1


def test_hidden_ways_are_found(written: Written) -> None:
    assert (written.reached, written.missed) == (written.goals, ())
    assert "433" in written.text
    assert "Atlantis" in written.text
    assert 'pytest.raises(OverflowError, match=r"no more than' in written.text


def test_what_is_noticed_is_measured_and_the_rest_is_named(written: Written) -> None:
    assert written.killed + len(written.survivors) == written.mutants > 10
    assert written.score > 0.7
    assert (written.runs, written.unstable) == (5, ())


def test_names_of_modules_and_where_imports_start() -> None:
    assert module_of("src/shop/cart.py") == ("shop.cart", ("src", ""))
    assert module_of("shop/__init__.py") == ("shop", ("",))
    assert module_of("a-b.py") == ("", ("",))


def test_calls_of_tests_and_doctests_are_known() -> None:
    text = 'def f(a):\n    """\n    >>> f(3)\n    4\n    """\n'
    files = {"a.py": text, "test_a.py": "def test():\n    assert f('x') == 1\n    assert f(nothing) == 2\n"}
    found = {case.arguments for case in known_cases(files, {"f": targets(text)[0]})}
    assert found == {("3",), ("'x'",)}
