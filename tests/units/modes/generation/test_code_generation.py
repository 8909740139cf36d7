import pytest

from aurora.contracts.prepared import prepared
from aurora.model.errors import BadInputError
from aurora.units.modes.generation.code_generation import Request, code_generation


@pytest.mark.parametrize("given", [Request(), Request(" "), Request("double", examples=("f(2 ==",))])
def test_what_cannot_be_read_is_refused(given: Request) -> None:
    with pytest.raises(BadInputError):
        code_generation.run(given, prepared()())
