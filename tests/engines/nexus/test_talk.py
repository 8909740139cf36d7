"""What a message of a chat asks for when no fixed wording says it."""

from importlib.resources import files
from pathlib import Path

import pytest

from aurora.engines.nexus.talk import TASK, WEIGHTS, believed, heard, shipped, written
from aurora.engines.nexus.training import fitted
from aurora.engines.nexus.utterances import under_headings
from aurora.model.chat import Intent

HELD_OUT = Path(__file__).parents[3] / "bench" / "routing" / "talked.txt"


@pytest.mark.parametrize("text", ["", "???", "qwxz vbkt"])
def test_what_says_nothing_is_believed_to_be_nothing(text: str) -> None:
    assert believed(text)[1] < 0.5


@pytest.mark.parametrize("text", ["find the file descriptors that leak", "write a function that adds two numbers"])
def test_a_task_is_left_to_the_router(text: str) -> None:
    assert believed(text)[0] == TASK


def test_every_label_is_an_intent_or_a_task() -> None:
    assert {label for _, label in written()} <= {*map(str, Intent), TASK}


def test_which_path_is_meant_says_nothing_of_what_is_wanted() -> None:
    assert heard("summarise src/shop/stock.py") == heard("summarise ~/a.py")


def test_the_shipped_weights_are_those_of_the_written_utterances() -> None:
    text = files("aurora.engines.nexus").joinpath(WEIGHTS).read_text("utf-8")
    assert list(fitted(written()).lines()) == text.splitlines()


def test_most_messages_in_other_words_are_understood() -> None:
    held_out = list(under_headings(HELD_OUT.read_text("utf-8")))
    trained = {
        text.lower() for text, _ in under_headings(files("aurora.engines.nexus").joinpath("talked.txt").read_text())
    }
    assert not trained & {text.lower() for text, _ in held_out}
    right = sum(shipped().knows(label) and believed(text)[0] == label for text, label in held_out)
    assert right >= 0.75 * len(held_out)
