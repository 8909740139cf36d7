"""The allow-list of temporary files."""

from pathlib import Path

import pytest

from aurora.adapters.services.temporary import read_temporary
from aurora.model.errors import BadInputError
from aurora.model.temporary import Temporary


def entry(folder: str = "cache", patterns: str = '["*.tmp"]', days: str = "1") -> str:
    return f'[[temporary]]\nfolder = "{folder}"\npatterns = {patterns}\ndays = {days}\n'


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("[[temporary", "not TOML"),
        ("temporary = 3", "no list"),
        ("temporary = [3]", "temporary 1 is 3"),
        ('[[temporary]]\nfolder = "cache"\n', "has no patterns"),
        (entry(days="-1"), "days is -1"),
        (entry(patterns='"*.tmp"'), "list of texts"),
        (entry(patterns="[]"), "like every name"),
        (entry(patterns='["*.tmp", "*"]'), "like every name"),
        (entry(patterns='["*.*"]'), "like every name"),
        (entry(folder="/"), "the whole of /"),
        (entry(folder="."), "the whole of"),
        (entry(folder="cache/.."), "the whole of"),
        (entry() + "follow = true\n", "unknown key 'follow'"),
        (entry() + "when_low = 3\n", "when_low is 3"),
    ],
)
def test_an_entry_that_is_wrong_or_allows_too_much_is_refused(tmp_path: Path, text: str, wrong: str) -> None:
    file = tmp_path / "aurora.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(BadInputError, match=wrong):
        read_temporary(file)


def test_a_refusal_names_the_line_of_the_entry_that_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "aurora.toml"
    file.write_text(entry() + entry(days="-1"), "utf-8")
    with pytest.raises(BadInputError) as caught:
        read_temporary(file)
    assert caught.value.where == f"{file}:8"


def test_folders_are_relative_to_the_file_and_no_entry_allows_nothing(tmp_path: Path) -> None:
    file = tmp_path / "aurora.toml"
    file.write_text('[services.a]\ncommand = "x"\n', "utf-8")
    assert read_temporary(file) == ()
    file.write_text(entry(), "utf-8")
    assert read_temporary(file) == (Temporary((tmp_path / "cache").resolve(), ("*.tmp",), 1.0),)
