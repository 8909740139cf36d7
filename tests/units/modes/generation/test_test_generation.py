import pytest

from aurora.contracts.prepared import prepared
from aurora.model.errors import BadInputError, NotFoundError
from aurora.units.modes.generation import test_generation as mode


@pytest.mark.parametrize("path", ["", "c.py"])
def test_a_module_that_is_not_named_or_not_there_is_refused(path: str) -> None:
    given = mode.Module({"a.py": "", "b.py": ""}, path)
    with pytest.raises((BadInputError, NotFoundError), match=r"Set `path` to one of: a\.py, b\.py"):
        mode.test_generation.run(given, prepared()())


def test_the_part_keeps_its_contract() -> None:
    assert mode.test_generation.failures() == []
