"""A service file as a whole."""

from pathlib import Path

import pytest

from aurora.adapters.services.shipped import SHIPPED
from aurora.adapters.services.whole import read_whole
from aurora.model.errors import BadInputError

SERVICE = "[services.a]\ncommand = 'x'\n"


@pytest.mark.parametrize(
    "rest", ["[alerts]\nleast = 'all'", "[autonomy]\nwatch = 3", "[journal]\ndays = -1", "[temporary]\na = 1"]
)
def test_a_table_that_cannot_be_used_refuses_the_whole_file(tmp_path: Path, rest: str) -> None:
    file = tmp_path / "aurora.toml"
    file.write_text(SERVICE + rest, "utf-8")
    with pytest.raises(BadInputError) as caught:
        read_whole(file)
    assert caught.value.where in {f"{file}:3", f"{file}:4"}


def test_the_shipped_file_can_be_used() -> None:
    text, services, kept = read_whole(SHIPPED)
    assert (text, len(services), kept.days) == (SHIPPED.read_text("utf-8"), 6, 90.0)
