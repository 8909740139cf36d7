"""A house gives what was started in it, and nothing else."""

from pathlib import Path

import pytest

from aurora.contracts.living import House
from aurora.model.errors import NotFoundError


def test_what_was_not_started_cannot_be_needed(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="C9"):
        House(tmp_path, "").needs("C9")
