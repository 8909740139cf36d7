"""A world for each test, with a project that is watched."""

from pathlib import Path

import pytest

from tests.flows.systems.world import World


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "shop"
    root.mkdir()
    (root / "a.py").write_text("a\n", "utf-8")
    return root


@pytest.fixture
def world(tmp_path: Path, project: Path) -> World:
    return World(tmp_path, f'[autonomy]\nwatch = ["{project.name}"]\npause = 0\n')
