from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aurora.adapters.runs.folder import Runs
from aurora.flows.learning_curve import measure_curve
from aurora.flows.tools import Tools
from aurora.model.answer import Candidate, Found
from aurora.model.errors import BadInputError
from aurora.model.task import Budget, SynthesisTask
from tests.doubles import ScriptedEngines, tools_with

SPEC = """# Spec: {title}

### Function `{name}`
```python
def {name}(n: int) -> int
```

#### Description
{title}

#### Examples
| n | out |
|---|-----|
| 1 | 2 |
"""


class Learner(ScriptedEngines):
    """Tries fewer candidates where experience points."""

    def search(self, task: SynthesisTask, budget: Budget, watch: Any = None) -> Found:
        return Found((Candidate("def f(n): return n + n", "s.grow"),), tried=10 if budget.bias else 100)


@pytest.fixture
def tools(tmp_path: Path) -> Iterator[Tools]:
    joined = tools_with(tmp_path, Learner())
    yield joined
    joined.close()


def spec(folder: Path, name: str) -> Path:
    path = folder / f"{name}.md"
    path.write_text(SPEC.format(name=name, title=f"Do {name}"))
    return path


def test_a_task_that_is_trained_on_is_not_held_out(tools: Tools, tmp_path: Path) -> None:
    path = spec(tmp_path, "same")
    with pytest.raises(BadInputError, match="also trained on"):
        measure_curve(tools, path, [path], Budget())


def test_each_training_specification_gives_a_point(tools: Tools, tmp_path: Path) -> None:
    held, training = spec(tmp_path, "held"), [spec(tmp_path, "one"), spec(tmp_path, "two")]
    curve = measure_curve(tools, held, training, Budget(3))
    assert [(each.recorded, each.verified, each.tried) for each in curve.points] == [
        (0, 1, 100),
        (1, 1, 10),
        (2, 1, 10),
    ]
    assert (curve.held_out, curve.budget) == (1, 3)
    kept = Runs(tools.settings.runs).curve()
    assert [each["tried"] for each in kept["points"]] == [100, 10, 10]


def test_the_users_own_memory_is_left_alone(tools: Tools, tmp_path: Path) -> None:
    measure_curve(tools, spec(tmp_path, "held"), [spec(tmp_path, "one")], Budget())
    assert tools.store().corpus.counts() == {"without weight": 0}
    assert list(tools.store().lessons.of([])) == []
