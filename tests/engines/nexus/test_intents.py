"""What a message asks for by its words alone."""

import pytest

from aurora.engines.nexus.intents import of_mode, spoken
from aurora.model.chat import Intent


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Hello Aurora!", Intent.GREET),
        ("help", Intent.HELP),
        ("What can you do?", Intent.HELP),
        ("status please", Intent.STATUS),
        ("how are you?", Intent.STATUS),
        ("what's running now", Intent.STATUS),
        ("restart yourself", Intent.HEAL),
        ("please fix yourself now", Intent.HEAL),
        ("heal aurora", Intent.HEAL),
        ("Aurora, could you repair yourself?", Intent.HEAL),
        ("do you remember the port conflict", Intent.RECALL),
        ("have we ever seen a KeyError in the pager?", Intent.RECALL),
        ("set style to brief", Intent.CONFIGURE),
        ("remember that I want small diffs", Intent.CONFIGURE),
        ("show my preferences", Intent.CONFIGURE),
        ("run the specs", Intent.RUN),
        ("undo", Intent.UNDO),
        ("undo the last fix in src/shop", Intent.UNDO),
        ("forget this conversation", Intent.FORGET),
        ("stop web", Intent.STOP),
        ("explain src/app.py", Intent.EXPLAIN),
        ("what does app.py do?", Intent.EXPLAIN),
        ("fix it", Intent.FIX),
        ("please fix src/shop in the background", Intent.FIX),
        ("analyse it again", Intent.ANALYSE),
        ("yes please", Intent.YES),
        ("go ahead!", Intent.YES),
        ("no, thanks", Intent.UNKNOWN),
        ("never mind", Intent.NO),
        ("fix the CVE in our dependencies", Intent.UNKNOWN),
        ("explain why pip cannot resolve our pins", Intent.UNKNOWN),
        ("stop the leak in the worker pool", Intent.UNKNOWN),
        ("undo is what I fear most", Intent.UNKNOWN),
    ],
)
def test_words_say_what_is_wanted_or_leave_it_to_the_router(text: str, intent: Intent) -> None:
    assert spoken(text) is intent


def test_modes_are_intents() -> None:
    assert of_mode("M46") is Intent.FIX
    assert of_mode("M16") is Intent.WRITE
    assert of_mode("M49") is Intent.MODE
