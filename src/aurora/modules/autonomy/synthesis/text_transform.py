"""Text programs from examples: cut, change, join, loop and divide.

After FlashFill (Gulwani, POPL 2011): pieces of the inputs forwards, the outputs cut into them backwards, conditions by
divide and conquer; the second leg enumerates the operations of SyGuS strings bottom-up.
"""

import re
from collections.abc import Iterator

from aurora.contracts.strategy import STRATEGY, Problem, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.modules.autonomy.text.learning import Learner
from aurora.registry.declare import Example

SEARCHED = 10  # examples that steer the search; the others only judge
ROUNDS = 4


def _expected(problem: Problem) -> float:
    """Much where examples alone say how a text becomes another one, less where words say it."""
    shape = problem.shape
    if not shape.takes(str, list):
        return 0.0
    if shape.makes(str):
        return 5.0 if shape.words else 16.0
    return 1.0 if shape.words or not shape.takes(str) else 6.0


@STRATEGY.part(
    examples=[
        Example(
            Trial(
                "def f(s: str) -> str",
                (
                    "assert f('red-12') == '12 (red)'",
                    "assert f('sea-7') == '7 (sea)'",
                    "assert f('b-0') == '0 (b)'",
                ),
                "f('blue-305')",
            ),
            "305 (blue)",
        ),
        Example(
            Trial(
                "def f(name: str, formal: bool) -> str",
                (
                    "assert f('Ann Lee', True) == 'Dear Lee'",
                    "assert f('Bo Ray', False) == 'Hi Bo'",
                    "assert f('Cy Fox', True) == 'Dear Fox'",
                    "assert f('Di Orr', False) == 'Hi Di'",
                ),
                "f('Ed Poe', True)",
            ),
            "Dear Poe",
        ),
        Example(
            Trial(
                "def f(s: str) -> int",
                ("assert f('a1b2') == 3", "assert f('9x') == 9", "assert f('105') == 6"),
                "f('12-34')",
            ),
            10,
        ),
    ],
    facts={"expects": _expected},
)
def text_transform(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Programs over texts, whole numbers and truths, for problems whose inputs have a text among them."""
    if not problem.inputs or not any(map(_textual, problem.inputs[0])):
        return
    chosen = _spread(problem)
    seen: set[str] = set()
    for _ in range(ROUNDS):
        failed = False
        for code, cost in _programs(problem, chosen):
            if code and code not in seen:
                seen.add(code)
                if bench.passes(problem, code):
                    yield Candidate(code, "modules.autonomy.synthesis.text_transform", cost)
                else:
                    failed = True
            yield None
        rest = [number for number in range(len(problem.inputs)) if number not in chosen]
        if not failed or not rest:
            return
        chosen = chosen + rest[: SEARCHED // 2]


def _textual(value: object) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(item, str) for item in value)
    return isinstance(value, str)


def _spread(problem: Problem) -> list[int]:
    """The numbers of the examples that differ most in shape, in their order."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for number, row in enumerate(problem.inputs):
        shape = tuple(re.sub(r"[a-z]+", "a", re.sub(r"\d+", "0", re.sub(r"[A-Z]+", "A", str(value)))) for value in row)
        groups.setdefault(shape, []).append(number)
    turns = sorted((turn, group[0], number) for group in groups.values() for turn, number in enumerate(group))
    return sorted(number for _, _, number in turns[:SEARCHED])


def _programs(problem: Problem, chosen: list[int]) -> Iterator[tuple[str, float]]:
    columns = [[problem.inputs[number][place] for number in chosen] for place in range(len(problem.parameters))]
    learner = Learner(problem.parameters, columns, [problem.outputs[number] for number in chosen])
    for program in learner.programs():
        yield ("", 0.0) if program is None else (_function(problem, program.code), program.cost)


def _function(problem: Problem, body: str) -> str:
    header = problem.task.signature or f"def {problem.name}({', '.join(problem.parameters)})"
    imports = "import re\n\n\n" if "re." in body else ""
    return f"{imports}{header.rstrip(': ')}:\n    return {body}\n"
