import os
from pathlib import Path

import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize("path", ["relative", "/tmp/../etc", "/a\0b"])
def test_a_path_that_depends_on_the_server_is_refused(api: TestClient, path: str) -> None:
    assert api.get("/api/context", params={"path": path}).status_code == 422


def test_what_is_not_there_is_not_found(api: TestClient, tmp_path: Path) -> None:
    assert api.get("/api/context", params={"path": str(tmp_path / "no")}).status_code == 404


def test_a_project_is_told_and_read_once(api: TestClient, tmp_path: Path) -> None:
    for name, text in {"a.py": "a = 1\n", "test_a.py": "import a\n", "bad.py": "# coding: nonsense\n"}.items():
        (tmp_path / name).write_text(text, "utf-8")
        os.utime(tmp_path / name, (1_000_000_000, 1_000_000_000))
    asked = {"path": str(tmp_path)}
    told = api.get("/api/context", params=asked).json()
    assert (told["root"], told["files"]) == (str(tmp_path), {"a.py": 6, "test_a.py": 9})
    assert (told["sources"], told["tests"], told["revision"]) == (["a.py"], ["test_a.py"], "")
    assert told["unread"][0].startswith("bad.py:1 ")
    before = api.get("/api/units/C8").json()["figures"]
    assert api.get("/api/context", params=asked).json() == told
    after = api.get("/api/units/C8").json()["figures"]
    assert (after["read"], after["given again"]) == (before["read"], before["given again"] + 1)


def test_a_project_with_too_many_files_says_where_it_was_cut_off(api: TestClient, tmp_path: Path) -> None:
    for name in ("a.py", "b.py", "c.py"):
        (tmp_path / name).write_text("", "utf-8")
    told = api.get("/api/context", params={"path": str(tmp_path), "most": 2}).json()
    assert (sorted(told["files"]), told["cutOffAt"]) == (["a.py", "b.py"], "c.py")
    assert api.get("/api/context", params={"path": str(tmp_path), "most": 3}).json()["cutOffAt"] == ""
    assert api.get("/api/context", params={"path": str(tmp_path), "most": 0}).status_code == 422


def test_a_folder_of_other_things_is_not_walked_to_its_end(api: TestClient, tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.jpg").touch()
    (tmp_path / "z.py").touch()
    answer = api.get("/api/context", params={"path": str(tmp_path), "most": 1})
    assert (answer.status_code, answer.json()["detail"]) == (
        422,
        f"{tmp_path}: holds no Python file before 19.jpg; it was not looked at further.",
    )
