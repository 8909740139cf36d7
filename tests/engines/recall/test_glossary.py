import pytest

from aurora.engines.recall.glossary import explained


@pytest.mark.parametrize("text", ["", "an error", "ENOTHING", "Errno 99999999999", "HomeMadeError"])
def test_what_python_and_the_system_do_not_know_is_not_explained(text: str) -> None:
    assert list(explained(text)) == []


def test_an_exception_is_explained_by_its_page() -> None:
    assert list(explained("KeyError: 'a', KeyError: 'b'")) == ["Mapping key not found."]


@pytest.mark.parametrize("text", ["EADDRINUSE", "[Errno 98]"])
def test_name_and_number_of_a_system_error_mean_the_same(text: str) -> None:
    assert list(explained(text)) == ["EADDRINUSE Address already in use"]
