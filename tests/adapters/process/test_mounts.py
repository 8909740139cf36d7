"""Changes of the table of mounts; a real one needs rights that tests do not have."""

import gc
from pathlib import Path

from aurora.adapters.process.mounts import TABLE, Mounts


def test_a_table_that_nobody_changes_is_the_same_and_one_that_is_not_shown_may_be_any(tmp_path: Path) -> None:
    assert Mounts(tmp_path / "missing").changed()
    assert Mounts(tmp_path / "missing").changed()
    same = Mounts(TABLE)
    assert not all(same.changed() for _ in range(100))


def test_it_lets_its_file_go() -> None:
    gc.collect()  # what others left must not be counted
    before = len(list(Path("/proc/self/fd").iterdir()))
    assert len([Mounts(), Mounts()]) == 2
    assert len(list(Path("/proc/self/fd").iterdir())) <= before
