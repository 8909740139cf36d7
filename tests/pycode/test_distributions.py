"""The distribution behind a module."""

import pytest

from aurora.pycode.distributions import distribution_of, known_distribution


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("requests", "requests"),
        ("yaml", "PyYAML"),
        ("PIL.Image", "Pillow"),
        ("google.protobuf", "protobuf"),
        ("a.b", "a"),
    ],
)
def test_a_module_is_in_the_distribution_of_its_name_or_a_known_other(module: str, name: str) -> None:
    assert distribution_of(module) == name


@pytest.mark.parametrize(("module", "name"), [("yaml", "PyYAML"), ("numpy.linalg", "numpy"), ("reqeusts", "")])
def test_a_distribution_is_known_only_where_its_name_is_no_guess(module: str, name: str) -> None:
    assert known_distribution(module) == name
