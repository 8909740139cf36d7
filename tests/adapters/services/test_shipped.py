from pathlib import Path

import pytest

from aurora.adapters.services.read import read_services
from aurora.adapters.services.shipped import SHIPPED, write_shipped
from aurora.model.errors import BadInputError

ROOT = Path(__file__).resolve().parents[3]


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "aurora.toml"
    file.write_text("mine", "utf-8")
    with pytest.raises(BadInputError, match="is there already"):
        write_shipped(file)
    assert file.read_text("utf-8") == "mine"
    with pytest.raises(BadInputError, match="cannot be written"):
        write_shipped(tmp_path / "nowhere" / "aurora.toml")


def test_a_new_user_gets_the_file_of_the_repository(tmp_path: Path) -> None:
    write_shipped(tmp_path / "aurora.toml")
    assert (tmp_path / "aurora.toml").read_bytes() == (ROOT / "aurora.toml").read_bytes() == SHIPPED.read_bytes()
    assert len(read_services(tmp_path / "aurora.toml")) == 6
