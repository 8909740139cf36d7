"""Documenting a project: shown first, applied on request, undone byte for byte."""

from pathlib import Path

import pytest

from aurora.flows.document import Manner, document, undo_documentation
from aurora.flows.tools import Tools
from aurora.model.errors import NotFoundError
from aurora.registry.discover import discover
from tests.doubles import tools_with

CODE = b"def half(n):\r\n    return n / 2\r\n"


@pytest.fixture
def tools(tmp_path: Path) -> Tools:
    return tools_with(tmp_path / "home", registry=discover("aurora.units.modes"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "shop").mkdir(parents=True)
    (root / "shop/__init__.py").write_bytes(b'"""A shop."""\n')
    (root / "shop/a.py").write_bytes(CODE)
    return root


def test_what_is_not_there_is_refused(tools: Tools, project: Path) -> None:
    with pytest.raises(NotFoundError):
        document(tools, project / "nothing.py")
    with pytest.raises(NotFoundError):
        undo_documentation(tools, project)


def test_it_is_shown_and_nothing_is_changed(tools: Tools, project: Path) -> None:
    made = document(tools, project, Manner(examples=False, pages="docs/reference/"))
    assert (made.applied, made.clean) == (False, False)
    assert '+    """Return `n / 2`."""' in made.documentation.diff
    assert not (project / "docs").exists()
    assert (project / "shop/a.py").read_bytes() == CODE


def test_what_is_applied_is_undone_byte_for_byte(tools: Tools, project: Path) -> None:
    made = document(tools, project / "shop/a.py", Manner(examples=False, pages="docs", apply=True))
    assert made.applied
    assert b'"""Return `n / 2`."""\r\n' in (project / "shop/a.py").read_bytes()
    assert (project / "docs/shop.a.md").is_file()
    assert document(tools, project, Manner(examples=False)).clean
    again = document(tools, project / "shop/a.py", Manner(examples=False, pages="docs", apply=True))
    assert not again.applied
    assert undo_documentation(tools, project / "shop/a.py").title == "Document 1 definitions"
    assert (project / "shop/a.py").read_bytes() == CODE
    assert not (project / "docs").exists()
