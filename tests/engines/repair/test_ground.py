import time
from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Fix, fixer
from aurora.engines.repair.clock import Clock
from aurora.engines.repair.ground import import_versions, mended, sound, sound_versions
from aurora.engines.repair.state import State
from aurora.model.execution import Raised


@fixer(examples=[])
def close(broken: Broken) -> Iterator[Fix]:
    line = next((line for line in broken.text.splitlines() if line.count("(") > line.count(")")), None)
    if line is not None:
        yield Fix(broken.text.replace(line, f"{line})", 1), 1.0, "A bracket was closed.")
        yield Fix(broken.text.replace(line, "pass", 1), 3.0, "A line was dropped.")


def clock(seconds: float = 10.0) -> Clock:
    return Clock(time.monotonic() + seconds)


def test_without_fixers_or_time_nothing_is_mended() -> None:
    assert mended(Broken("f("), [], clock()) == []
    assert mended(Broken("f("), [close], clock(0.0)) == []


def test_the_cheapest_text_that_parses_comes_first() -> None:
    found = mended(Broken("f(\n"), [close], clock())
    assert {mend.text for mend in found} == {"f()\n", "pass\n"}
    assert [mend.cost for mend in found] == sorted(mend.cost for mend in found)


def test_several_errors_are_mended_one_after_the_other() -> None:
    found = {mend.text: mend for mend in mended(Broken("f(\ng = (\nh = 1\n"), [close], clock())}
    assert ", then " in found["f()\ng = ()\nh = 1\n"].steps


def test_files_that_parse_are_left_alone() -> None:
    versions = sound_versions({"a.py": "x = 1\n", "b.py": "print(\n"}, {}, [close], clock())
    assert all(version.state.texts["a.py"] == "x = 1\n" for version in versions)
    closed = next(version for version in versions if version.state.texts["b.py"] == "print()\n")
    assert closed.state.steps == (close.id,)
    assert "A bracket was closed." in closed.why


def test_an_import_that_raised_is_told_to_the_fixers() -> None:
    seen: list[Broken] = []

    @fixer(examples=[])
    def spy(broken: Broken) -> Iterator[Fix]:
        seen.append(broken)
        yield Fix("import math\n", 0.5)

    raised = Raised("NameError", "name 'math' is not defined")
    (version,) = import_versions(State({"a.py": "math\n"}), "a.py", raised, {"a.py": "math\n"}, [spy])
    assert seen == [Broken("math\n", "a.py", raised, {"a.py": "math\n"})]
    assert version.state.texts["a.py"] == "import math\n"


@fixer(examples=[])
def split(broken: Broken) -> Iterator[Fix]:
    yield Fix("import c\n", 0.5, "Moved.", {"c.py": "x = 1\n"})
    yield Fix("import b\n", 0.7, "Changed.", {"b.py": "y = 1\n"})


def test_new_files_come_with_a_version_but_only_target_files_change() -> None:
    texts = {"a.py": "math\n"}
    raised = Raised("ImportError", "a circle")
    (version,) = import_versions(State(texts), "a.py", raised, {**texts, "b.py": ""}, [split])
    assert version.state.texts == {"a.py": "import c\n", "c.py": "x = 1\n"}
    assert [edit.path for edit in version.state.edits(texts)] == ["a.py", "c.py"]


@fixer(examples=[])
def rename(broken: Broken) -> Iterator[Fix]:
    if "widht" in broken.text and "(" not in broken.text.replace("()", ""):
        yield Fix(broken.text.replace("widht", "width"), 0.5, "A name was misspelt.")


def test_a_text_that_does_not_parse_or_resolve_is_not_sound() -> None:
    assert not sound("f(\n")
    assert not sound("print(wobble)\n")
    assert sound("print()\n")


def test_a_text_that_parses_is_given_on_while_names_mean_nothing() -> None:
    best, *others = mended(Broken("width = [\nx = widht + width\n".replace("[", "list(")), [close, rename], clock())
    assert best.text == "width = list()\nx = width + width\n"
    assert best.doubts == ()
    assert all(other.cost > best.cost for other in others)


def test_a_text_that_cannot_be_mended_has_no_version() -> None:
    assert sound_versions({"a.py": "x = = 1\n"}, {}, [close], clock()) == []


def test_sound_files_are_their_own_version() -> None:
    (version,) = sound_versions({"a.py": "x = 1\n"}, {}, [close], clock())
    assert version.state.steps == ()


@fixer(examples=[])
def dropped_sign(broken: Broken) -> Iterator[Fix]:
    for line in broken.text.splitlines():
        if "= =" in line:
            yield Fix(broken.text.replace(line, line.replace("= =", "="), 1), 0.5, "A sign was doubled.")
        if line.endswith("'") and line.count("'") == 1:
            yield Fix(broken.text.replace(line, line[:-1], 1), 0.5, "A quote was open.")


def test_an_error_of_the_tokens_is_mended_before_an_earlier_one_of_the_grammar() -> None:
    (best,) = mended(Broken("a = = 1\nb = 2'\n"), [dropped_sign], clock())
    assert best.text == "a = 1\nb = 2\n"


def test_a_step_that_leads_away_is_not_taken_further() -> None:
    asked: list[str] = []

    @fixer(examples=[])
    def worse(broken: Broken) -> Iterator[Fix]:
        asked.append(broken.text)
        yield Fix(f"= {broken.text}", 0.1, "Worse.")

    assert mended(Broken("a = 1\nb = = 2\n"), [worse], clock()) == []
    assert asked == ["a = 1\nb = = 2\n"]
