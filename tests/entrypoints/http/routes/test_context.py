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
