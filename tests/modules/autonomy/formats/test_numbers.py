"""Formats of numbers."""

from aurora.modules.autonomy.formats.numbers import numbered


def texts(values: list[object], outputs: list[str]) -> list[str]:
    return [form.text for form in numbered("x", values, outputs)]


def test_texts_are_no_numbers() -> None:
    assert texts(["a"], ["a"]) == []


def test_outputs_without_the_number_have_no_format() -> None:
    assert texts([1, 2], ["one", "two"]) == []


def test_a_number_stands_between_fixed_texts() -> None:
    assert texts([1234, 5], ["$1,234!", "$5!"])[0] == "f'${x:,}!'"


def test_zeros_fill_up() -> None:
    assert "f'{x:04}'" in texts([7, 12], ["0007", "0012"])


def test_braces_stay() -> None:
    assert texts([7, 12], ["{7}", "{12}"])[0] == "f'{{{x}}}'"
