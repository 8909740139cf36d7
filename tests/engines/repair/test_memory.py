import sys
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import pytest

from aurora.engines.repair.memory import Memory, imported_names, module_names, plain_compile, saw_compile


@pytest.fixture
def memory() -> Iterator[Memory]:
    files = {"shelf_pkg/__init__.py": "", "shelf_pkg/book.py": "PAGES = 1\n", "tests/test_book.py": ""}
    memory = Memory(files, ["", "tests"], "/nowhere")
    sys.meta_path.insert(0, memory)
    yield memory
    memory.use({})
    sys.meta_path.remove(memory)


def test_names_follow_the_roots() -> None:
    paths = ["src/pkg/a.py", "src/pkg/__init__.py", "notes.txt", "9x.py", "b.py"]
    names = module_names(paths, ["", "src"])
    assert (names["pkg.a"], names["pkg"], names["b"]) == ("src/pkg/a.py", "src/pkg/__init__.py", "b.py")
    assert "9x" not in names
    assert "notes" not in names


def test_a_changed_text_is_imported_afresh(memory: Memory) -> None:
    assert import_module("shelf_pkg.book").PAGES == 1
    memory.use({"shelf_pkg/book.py": "PAGES = 2\n"})
    assert import_module("shelf_pkg.book").PAGES == 2
    memory.use({})
    assert import_module("shelf_pkg.book").PAGES == 1


def test_a_module_that_the_project_lacks_is_left_to_python(memory: Memory) -> None:
    assert memory.find_spec("json", None) is None
    assert memory.name_of("tests/test_book.py") in ("test_book", "tests.test_book")


def test_code_that_no_candidate_changes_can_be_given_ready_made(memory: Memory) -> None:
    ready = plain_compile("x = 1", "tests/test_book.py")
    memory.preset({"tests/test_book.py": ready})
    assert memory.code("tests/test_book.py") is ready


def test_a_file_that_begins_with_a_byte_order_mark_is_imported_as_python_does_it() -> None:
    found = Memory({"marked.py": "\ufeffx = 'é'\n"}, (".",), "/nowhere")
    for changed in ({}, {"marked.py": "\ufeffx = 'à'\n"}):
        found.use(changed)
        exec(found.code("marked.py"), names := dict[str, object]())
        assert names["x"] == ("à" if changed else "é")


def test_only_absolute_imports_are_foreign() -> None:
    assert imported_names("import os.path\nfrom json import loads\nfrom . import sibling\n") == {"os.path", "json"}


def test_an_equality_that_a_test_asserts_is_handed_over() -> None:
    sides: list[tuple[object, object]] = []

    def saw(left: object, right: object) -> bool:
        sides.append((left, right))
        return True

    exec(saw_compile("assert 1 + 1 == 3\nassert 1 < 2\n", "t.py"), {"__saw__": saw})
    assert sides == [(2, 3)]


def test_modules_that_a_package_makes_without_a_file_are_forgotten_and_put_back_with_it(memory: Memory) -> None:
    import_module("shelf_pkg")
    sys.modules["shelf_pkg.made"] = made = ModuleType("shelf_pkg.made")
    known = memory.loaded()
    memory.use({})
    assert "shelf_pkg.made" not in sys.modules
    memory.put_back(known)
    assert sys.modules["shelf_pkg.made"] is made
    memory.use({})
