"""The certain type of what a name holds."""

import pytest

from aurora.pycode.binding import scopes_of
from aurora.pycode.kinds import held
from aurora.pycode.parse import parse


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("x = f()\n", None),
        ("x = []\nx = {}\n", None),
        ("x = None\nx = []\n", None),
        ("for x in y:\n    pass\n", None),
        ("x = []\n\n\ndef f():\n    global x\n    x = 1\n", None),
        ("x = []\n", list),
        ("x = [0] * 3\nx = list(y)\n", list),
        ("x: dict[str, int] = f()\n", dict),
        ("x = 1\nx += 2\n", int),
        ("x = f'{y}'\n", str),
    ],
)
def test_a_type_is_certain_only_when_every_value_has_it(text: str, kind: type | None) -> None:
    source = parse(text)
    scopes = scopes_of(source.tree)
    assert held(scopes.module, "x", scopes, source) is kind


def test_an_annotated_parameter_has_its_type() -> None:
    source = parse("def f(x: List[int], y: 'str'):\n    pass\n")
    scopes = scopes_of(source.tree)
    assert [held(scopes.all[1], name, scopes, source) for name in ("x", "y")] == [list, None]
