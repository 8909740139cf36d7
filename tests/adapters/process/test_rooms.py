"""How full disks and memory are."""

from pathlib import Path

from aurora.adapters.process.rooms import rooms


def test_each_disk_is_told_once_and_the_memory_too(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    memory = tmp_path / "meminfo"
    memory.write_text("MemTotal:  2048 kB\nMemFree: 1 kB\nMemAvailable:  1024 kB\n", "ascii")
    disk, left = rooms([tmp_path, tmp_path / "inside", tmp_path / "nowhere"], memory)
    assert (disk.kind, disk.where) == ("disk", str(tmp_path))
    assert 0 < disk.free_mb < disk.whole_mb
    assert (left.kind, left.free_mb, left.whole_mb) == ("memory", 1.0, 2.0)


def test_what_cannot_be_seen_is_left_out(tmp_path: Path) -> None:
    bad = tmp_path / "meminfo"
    bad.write_text("nonsense\n", "ascii")
    assert list(rooms([tmp_path / "nowhere"], bad)) == []
    assert list(rooms([], tmp_path / "missing")) == []
