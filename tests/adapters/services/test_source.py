"""Lines of what stands in a TOML file."""

from pathlib import Path

import pytest

from aurora.adapters.services.source import Source
from aurora.model.errors import BadInputError

TEXT = """# a comment
[services.api]   # 2
command = "x = 1"
limits = { memory_mb = 3 }
health.kind = "tcp"

["services"."b"]
depends_on = [
    { name = "api" },
]
[[temporary]]
days = 1
[[temporary]]
days = 2
"""


@pytest.mark.parametrize(
    ("names", "line"),
    [
        (("services", "api"), 2),
        (("services", "api", "command"), 3),
        (("services", "api", "limits", "memory_mb"), 4),
        (("services", "api", "health"), 5),
        (("services", "api", "health", "kind"), 5),
        (("services", "api", "nowhere"), 2),
        (("services", "b", "depends_on"), 8),
        (("temporary", "2", "days"), 14),
        (("nowhere",), 1),
    ],
)
def test_the_line_is_that_of_the_value_or_of_what_is_next_above_it(names: tuple[str, ...], line: int) -> None:
    assert Source(Path("a.toml"), TEXT).line(*names) == line


def test_what_is_not_toml_is_refused_with_its_line() -> None:
    with pytest.raises(BadInputError, match=r"a\.toml:2: this is not TOML"):
        Source(Path("a.toml"), "a = 1\nb =\n")
