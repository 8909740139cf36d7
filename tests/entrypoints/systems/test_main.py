import pytest

from aurora.entrypoints.systems.__main__ import main


@pytest.mark.parametrize("words", [[], ["hub"], ["dancer", "aurora.toml"]])
def test_what_cannot_be_used_ends_with_two(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert capsys.readouterr().err
