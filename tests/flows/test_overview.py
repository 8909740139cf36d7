"""Reports of a project are compared with those before; one that was not finished does not count."""

from pathlib import Path

import pytest

from aurora.flows.overview import report_on
from aurora.flows.tools import Tools
from aurora.model.errors import NotFoundError
from aurora.registry.discover import discover
from tests.doubles import tools_with


@pytest.fixture
def tools(tmp_path: Path) -> Tools:
    return tools_with(tmp_path / "home", registry=discover("aurora.units.modes"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "shop"
    root.mkdir()
    (root / "a.py").write_text("x = 1\n")
    return root


def test_what_is_not_there_is_refused(tools: Tools, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        report_on(tools, tmp_path / "nothing")


def test_the_second_report_is_compared_with_the_first(tools: Tools, project: Path, tmp_path: Path) -> None:
    first = report_on(tools, project)
    assert first.earlier == 0
    assert first.folder is not None
    assert sorted(path.name for path in first.folder.iterdir()) == ["report.html", "report.json", "report.md"]
    assert "<h1>shop</h1>" in (first.folder / "report.html").read_text()
    (project / "a.py").write_text("print(gone)\n")
    (project / "b.py").write_bytes(b"'\xe9'\n")
    second = report_on(tools, project, tmp_path / "out")
    assert (second.earlier, second.folder) == (1, tmp_path / "out")
    markdown = (tmp_path / "out/report.md").read_text()
    assert "- new: a.py: undefined-name" in markdown
    assert "The file is not UTF-8 (byte 1)." in markdown


def test_a_report_whose_writing_was_killed_does_not_count(tools: Tools, project: Path) -> None:
    first = report_on(tools, project)
    assert first.folder is not None
    (first.folder / "report.json").unlink()  # it is written last
    assert report_on(tools, project).earlier == 0
