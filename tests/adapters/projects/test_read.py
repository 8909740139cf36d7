"""Reading a user's files, within limits."""

import os
from pathlib import Path

import pytest

from aurora.adapters.projects.read import is_test, read_project, root_of, stamps
from aurora.model.errors import BadInputError, NotFoundError


def test_a_path_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        read_project(tmp_path / "nothing.py")


def test_a_file_that_is_not_python_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("hello")
    with pytest.raises(BadInputError, match="is not a Python file"):
        read_project(path)


def test_a_file_that_is_too_large_says_how_large(tmp_path: Path) -> None:
    path = tmp_path / "big.py"
    with path.open("wb") as file:
        file.truncate(50 * 2**20)
    with pytest.raises(BadInputError, match=r"is 50\.0 MB; at most 2 MB can be worked on"):
        read_project(path)
    with pytest.raises(BadInputError, match=r"50\.0 MB"):
        read_project(tmp_path)


def test_a_file_that_is_not_utf8_says_where(tmp_path: Path) -> None:
    path = tmp_path / "latin.py"
    path.write_bytes(b"x = '\xe9'\n")
    with pytest.raises(BadInputError, match=r"is not UTF-8 \(byte 5\)"):
        read_project(path)


def test_a_folder_without_python_is_refused(tmp_path: Path) -> None:
    (tmp_path / "readme.md").write_text("hello")
    with pytest.raises(BadInputError, match="holds no Python file"):
        read_project(tmp_path)


def test_a_folder_is_read_whole_without_what_is_made_or_hidden(tmp_path: Path) -> None:
    for name in (
        "a.py",
        "pkg/b.py",
        "tests/test_a.py",
        ".venv/x.py",
        "__pycache__/a.py",
        "node_modules/n.py",
        "data.bin",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {name}\n")
    project = read_project(tmp_path)
    assert sorted(project.files) == ["a.py", "pkg/b.py", "tests/test_a.py"]
    assert project.asked == ("a.py", "pkg/b.py")
    assert list(project.tests) == ["tests/test_a.py"]
    assert list(project.sources) == ["a.py", "pkg/b.py"]


def test_a_single_file_brings_its_neighbours_and_alone_may_change(tmp_path: Path) -> None:
    for name in ("a.py", "b.py", "test_a.py"):
        (tmp_path / name).write_text(f"# {name}\n")
    (tmp_path / "odd.py").write_bytes(b"\xff")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "c.py").write_text("")
    project = read_project(tmp_path / "a.py")
    assert project.asked == ("a.py",)
    assert sorted(project.files) == ["a.py", "b.py", "test_a.py"]


def test_line_ends_are_kept_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"x = 1\r\ny = 2\n")
    assert read_project(tmp_path).files["a.py"] == "x = 1\r\ny = 2\n"


@pytest.mark.parametrize(
    ("name", "answer"),
    [("test_a.py", True), ("a/b_test.py", True), ("conftest.py", True), ("testing.py", False), ("test_a.txt", False)],
)
def test_pytest_files_are_told_by_their_names(name: str, answer: bool) -> None:
    assert is_test(name) is answer


@pytest.mark.skipif(os.name != "posix", reason="pipes and links")
def test_pipes_devices_and_links_that_lead_out_are_not_read(tmp_path: Path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    (root / "a.py").write_text("x = 1\n")
    (root / "inside.py").symlink_to(root / "a.py")
    os.mkfifo(root / "pipe.py")
    (root / "device.py").symlink_to("/dev/zero")
    (tmp_path / "theirs.py").write_text("secret\n")
    (root / "theirs.py").symlink_to(tmp_path / "theirs.py")
    assert sorted(read_project(root).files) == ["a.py", "inside.py"]
    with pytest.raises(BadInputError, match="neither a file nor a folder"):
        read_project(root / "pipe.py")


def test_what_serves_the_tests_is_read_and_not_asked_for(tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    for name in ("a.py", "tests/__init__.py", "tests/tools.py", "tests/test_a.py"):
        (tmp_path / name).write_text("x = 1\n")
    project = read_project(tmp_path)
    assert project.asked == ("a.py",)
    assert sorted(project.files) == ["a.py", "tests/__init__.py", "tests/test_a.py", "tests/tools.py"]


def test_what_is_only_looked_at_is_read_as_far_as_it_can_be(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"# -*- coding: latin-1 -*-\nx = '\xe9'\n")
    (tmp_path / "b.py").write_bytes(b"x = 1\ny = '\xe9'\n")
    (tmp_path / "c.py").write_bytes(b"# coding: nonsense\n")
    (tmp_path / "d.py").write_bytes(b"#!/bin/python\n# vim: set fileencoding=cp1252 :\n'\x80'")
    (tmp_path / "e.py").write_bytes(b"# coding: ascii\n'\xe9'\n")
    (tmp_path / "f.py").write_bytes(b"\xef\xbb\xbfx = 1\n")
    with pytest.raises(BadInputError):
        read_project(tmp_path)
    project = read_project(tmp_path, to_change=False)
    assert project.files == {
        "a.py": "# -*- coding: utf-8 -*-\nx = '\xe9'\n",
        "d.py": "#!/bin/python\n# vim: set fileencoding=utf-8 :\n'\u20ac'",
        "f.py": "\ufeffx = 1\n",
    }
    assert project.asked == ("a.py", "d.py", "f.py")
    assert [(each.path, each.line, each.message) for each in project.unread] == [
        ("b.py", 2, "The file is not UTF-8 (byte 11)."),
        ("c.py", 1, "The file declares an encoding that there is not (unknown encoding: nonsense)."),
        ("e.py", 2, "The file is not ascii, as it declares (byte 17)."),
    ]
    assert read_project(tmp_path / "a.py", to_change=False).files["a.py"].endswith("'\xe9'\n")


def test_a_folder_of_which_nothing_can_be_read_is_refused_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "b.py").write_bytes(b"'\xe9'")
    with pytest.raises(BadInputError, match=r"holds no Python file that can be read: The file is not UTF-8"):
        read_project(tmp_path, to_change=False)


def test_the_stamps_are_of_the_files_that_are_read_and_of_not_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NotFoundError):
        stamps(tmp_path / "no")
    (tmp_path / "a.py").write_text("a = 1\n", "utf-8")
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "b.py").write_text("b = 1\n", "utf-8")
    found = stamps(tmp_path)
    assert found == {str(tmp_path / "a.py"): ((tmp_path / "a.py").stat().st_mtime_ns, 6)}
    monkeypatch.setattr("aurora.adapters.projects.read.MOST_FILES", 1)
    (tmp_path / "c.py").write_text("c = 1\n", "utf-8")
    with pytest.raises(BadInputError, match="over 1 files"):
        stamps(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_a_link_to_a_file_means_that_file(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.py").write_text("x = 1\n")
    (tmp_path / "real" / "near.py").write_text("")
    (tmp_path / "link.py").symlink_to("real/a.py")
    project = read_project(tmp_path / "link.py")
    assert (project.root, project.asked, sorted(project.files)) == (tmp_path / "real", ("a.py",), ["a.py", "near.py"])
    assert root_of(tmp_path / "link.py") == tmp_path / "real"


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_files_in_another_encoding_are_read_and_not_among_what_may_change(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "b.py").write_text("")
    (tmp_path / "link.py").symlink_to("a.py")
    (tmp_path / "out.py").symlink_to(".hidden/b.py")
    (tmp_path / "latin.py").write_bytes(b"# coding: latin-1\nx = '\xe9'\n")
    project = read_project(tmp_path)
    assert (project.asked, project.spared) == (("a.py", "link.py"), ("latin.py", "out.py"))
    assert project.links["link.py"] == "a.py"
    assert (project.files["latin.py"], project.files["link.py"]) == ("# coding: utf-8\nx = 'é'\n", "x = 1\n")
    assert read_project(tmp_path / "a.py").files["latin.py"] == "# coding: utf-8\nx = 'é'\n"
    looked = read_project(tmp_path, to_change=False)
    assert (sorted(looked.asked), looked.spared, looked.links) == (["a.py", "latin.py", "link.py", "out.py"], (), {})


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_a_file_that_would_become_two_texts_by_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    (tmp_path / "link.py").symlink_to("a.py")
    project = read_project(tmp_path)
    assert project.real({"link.py": "x = 2\n", "a.py": "x = 2\n", "new.py": ""}) == {"a.py": "x = 2\n", "new.py": ""}
    assert project.seen({"a.py": "x = 2\n"}) == {"a.py": "x = 2\n", "link.py": "x = 2\n"}
    with pytest.raises(BadInputError, match=r"two texts at once, as a link leads to it: a\.py"):
        project.real({"link.py": "x = 2\n", "a.py": "x = 3\n"})


def test_a_folder_of_files_of_which_none_may_change_is_refused(tmp_path: Path) -> None:
    (tmp_path / "latin.py").write_bytes(b"# coding: latin-1\nx = '\xe9'\n")
    with pytest.raises(BadInputError, match=r"no Python file to change; these are not in UTF-8, or links: latin\.py"):
        read_project(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_links_and_other_encodings_are_known_of_tests_too_and_beside_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    (tmp_path / "cases.py").write_text("y = 1\n")
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "made.py").write_text("")
    (tmp_path / "test_a.py").symlink_to("cases.py")
    (tmp_path / "test_b.py").symlink_to("build/made.py")
    (tmp_path / "test_c.py").write_bytes(b"# coding: latin-1\nx = '\xe9'\n")
    for path in (tmp_path, tmp_path / "a.py"):
        project = read_project(path)
        assert project.links == {"test_a.py": "cases.py", "test_b.py": "build/made.py"}
        assert project.foreign == ("test_c.py",)
        changeable = [name for name in sorted(project.files) if project.changeable(name)]
        assert changeable == ["a.py", "cases.py", "test_a.py"]


def test_a_folder_of_tests_alone_is_refused_as_one(tmp_path: Path) -> None:
    (tmp_path / "test_a.py").write_text("x = 1\n")
    with pytest.raises(BadInputError, match="no Python file but tests, which are not changed"):
        read_project(tmp_path)
    assert read_project(tmp_path / "test_a.py").asked == ("test_a.py",)
