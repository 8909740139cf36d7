"""Each project in `examples/` is broken as it stands, and its README says what a user sees."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "examples"
COLLECTION_ERROR = "collection error"

# What pytest says of each: the failing tests, or that nothing could be collected.
BROKEN = {
    "backup_schedule": {"test_missed_runs_are_counted", "test_status"},
    "door_access": {"test_the_zone_opens_its_door", "test_a_public_door_opens_for_all", "test_refusals_keep_the_order"},
    "invoice_letter": {"test_subject", "test_letter"},
    "playlist_loader": {COLLECTION_ERROR},
    "result_pages": {"test_a_page_is_full", "test_all_pages_together_hold_every_result_once"},
    "stock_room": {"test_shipping_ends_the_reservation", "test_part_of_a_reservation_is_shipped"},
    "visitor_log": {"test_each_entrance_has_its_own_log"},
    "weekly_report": {COLLECTION_ERROR},
}


def failing(folder: Path) -> tuple[set[str], int]:
    """The names of the failing tests, and how many passed."""
    command = [sys.executable, "-B", "-m", "pytest", "-q", "-rfE", "-p", "no:cacheprovider", "--rootdir", str(folder)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=240)
    names = set(re.findall(r"^FAILED \S+::(\w+)", done.stdout, re.MULTILINE))
    if re.search(r"^ERROR \S+\.py", done.stdout, re.MULTILINE):
        names.add(COLLECTION_ERROR)
    passed = re.search(r"(\d+) passed", done.stdout)
    return names, int(passed[1]) if passed else 0


def test_every_example_is_listed() -> None:
    assert {path.name for path in FOLDER.iterdir() if path.is_dir()} == set(BROKEN)


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_the_example_fails_as_it_stands(name: str, tmp_path: Path) -> None:
    copy = tmp_path / name
    shutil.copytree(FOLDER / name, copy, ignore=shutil.ignore_patterns("__pycache__"))
    names, passed = failing(copy)
    assert names == BROKEN[name]
    assert (passed == 0) == (names == {COLLECTION_ERROR})


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_the_example_has_one_module_its_tests_and_a_short_page(name: str) -> None:
    files = {path.name for path in (FOLDER / name).iterdir() if path.is_file()}
    assert files == {f"{name}.py", f"test_{name}.py", "README.md"}
    assert 30 <= len((FOLDER / name / f"{name}.py").read_text().splitlines()) <= 80
    assert len((FOLDER / name / "README.md").read_text().splitlines()) <= 4
