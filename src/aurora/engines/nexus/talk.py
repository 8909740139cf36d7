"""What a message of a chat asks for when no fixed wording says it: a model trained from written utterances."""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import islice

from aurora.engines.nexus.features import features
from aurora.engines.nexus.linear import Linear
from aurora.engines.nexus.training import Row
from aurora.engines.nexus.utterances import requests, under_headings

WEIGHTS = "talked_weights.txt"
TASK = "task"  # the label of what the router of modes is to decide
PATHLIKE = re.compile(r"(?<![\w/.~-])(?:~|\.{1,2})?[\w.-]*(?:/[\w.-]+)+/?|\b[\w-]+\.(?:py|toml|md|txt|cfg|json|csv)\b")
_PLACE = "somepath"  # stands for every path: which one it is says nothing of what is wanted
_EVERY = 8  # utterance of the modes: enough to know a task, and few enough not to drown the talk


def heard(text: str) -> tuple[Sequence[str], Sequence[str]]:
    """The features of a message."""
    return features(PATHLIKE.sub(_PLACE, text))


def written() -> list[Row]:
    """The training rows: `talked.txt`, and utterances of the modes as tasks."""
    talked = files(__package__).joinpath("talked.txt").read_text("utf-8")
    tasks = ((text, TASK) for text, marks, _ in islice(requests(), 0, None, _EVERY) if not marks)
    return [(heard(text), label) for text, label in (*under_headings(talked), *tasks)]


@cache
def shipped() -> Linear:
    """The model that comes with Aurora."""
    return Linear.read(files(__package__).joinpath(WEIGHTS).read_text("utf-8"), WEIGHTS)


def believed(text: str) -> tuple[str, float]:
    """The most probable label of a message and its probability."""
    label, probability = next(iter(shipped().probabilities(heard(text)).items()))
    return label, probability
