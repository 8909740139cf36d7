"""Settings are read from the environment once, and refused with the variable's name."""

from pathlib import Path

import pytest

from aurora.model.errors import BadInputError
from aurora.model.settings import Settings


@pytest.mark.parametrize(
    ("variable", "text", "sentence"),
    [
        ("AURORA_BUDGET", "soon", "AURORA_BUDGET: 'soon' is not a number."),
        ("AURORA_JOBS", "1.5", "AURORA_JOBS: '1.5' is not a number."),
        ("AURORA_JOBS", "-1", "AURORA_JOBS: -1 is negative."),
    ],
)
def test_an_unusable_value_names_its_variable(variable: str, text: str, sentence: str) -> None:
    with pytest.raises(BadInputError) as caught:
        Settings.read({variable: text})
    assert str(caught.value).startswith(sentence)


def test_an_empty_environment_gives_the_defaults() -> None:
    assert Settings.read({}) == Settings()


def test_an_empty_variable_is_one_that_is_not_set() -> None:
    assert Settings.read({"AURORA_BUDGET": ""}) == Settings()


def test_each_kind_of_value_is_read() -> None:
    environment = {
        "AURORA_BUDGET": "2.5",
        "AURORA_JOBS": "3",
        "AURORA_RUNS": "/tmp/runs",
        "AURORA_SANDBOX_WITHOUT": "network, memory,",
        "HOME": "/nowhere",
    }
    assert Settings.read(environment) == Settings(
        budget=2.5, jobs=3, runs=Path("/tmp/runs"), sandbox_without=frozenset({"network", "memory"})
    )


@pytest.mark.parametrize(("text", "value"), [("true", 1), ("On", 1), ("1", 1), ("no", 0), ("FALSE", 0), ("0", 0)])
def test_a_switch_is_read_from_a_word_or_a_number(text: str, value: int) -> None:
    assert Settings.read({"AURORA_LEARNING": text}).learning == value


def test_a_word_is_no_number_of_anything_else() -> None:
    with pytest.raises(BadInputError, match="is not a number"):
        Settings.read({"AURORA_SLOTS": "true"})


def test_the_database_is_a_file_below_state_unless_a_url_is_given() -> None:
    url = "postgresql+psycopg://me@host/aurora"
    assert Settings.read({"AURORA_STATE": "/var/aurora"}).database == "sqlite:////var/aurora/aurora.db"
    assert Settings.read({"AURORA_DATABASE_URL": url}).database == url
