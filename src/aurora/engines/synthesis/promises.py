"""What a task promises of every answer: its postconditions, tried on the examples' inputs and on others like them."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from functools import partial
from typing import Any

from aurora.contracts.strategy import Problem
from aurora.engines.synthesis.problem import signature_of
from aurora.engines.synthesis.watchdog import TooSlowError, bounded
from aurora.pycode.conditions import expression_of
from aurora.pycode.values import samples

_MADE = 20  # inputs besides those of the examples
_REFUSED = 4  # times as many are made when preconditions will refuse some
_SECONDS = 0.5  # for all inputs together


class _SkipError(Exception):
    """A related call would break a precondition."""


class Promises:
    """The postconditions of one task."""

    def __init__(self, problem: Problem, seed: int = 0) -> None:
        self._problem, self._seed = problem, seed
        task = problem.task
        self._before = [condition.expression for condition in task.preconditions if condition.expression]
        self._after = [text for text in map(expression_of, task.postconditions) if text]
        self._inputs = list(self._made()) if self._after and problem.inputs else []

    def kept(self, scope: Mapping[str, Any]) -> bool:
        """Whether the function in a scope breaks none of them; what cannot be evaluated in time breaks nothing."""
        rows = self._rows(scope)
        return bounded(partial(self._kept, rows, scope), _SECONDS) is not False

    def _made(self) -> Iterator[tuple[Any, ...]]:
        yield from self._problem.inputs
        signature = signature_of(self._problem.task.signature, self._problem.name)
        annotations = [parameter.annotation for parameter in signature.parameters]
        count = _MADE * (_REFUSED if self._before else 1)
        made = samples(self._problem.inputs, annotations, seed=self._seed, count=count)
        yield from (sample.arguments for sample in made)

    def _rows(self, scope: Mapping[str, Any]) -> list[dict[str, Any]]:
        rows = (dict(zip(self._problem.parameters, row, strict=False)) for row in self._inputs)
        return [row for row in rows if self._allowed(row, scope)][: len(self._problem.inputs) + _MADE]

    def _allowed(self, row: dict[str, Any], scope: Mapping[str, Any]) -> bool:
        try:
            return all(eval(text, {**scope, **deepcopy(row)}) for text in self._before)
        except TooSlowError:
            raise
        except Exception:  # noqa: BLE001 - arguments of another kind break it
            return False

    def _kept(self, rows: Iterable[dict[str, Any]], scope: Mapping[str, Any]) -> bool:
        run = scope[self._problem.name]
        directions: set[tuple[str, int]] = set()
        for row in rows:
            try:
                answer = run(*deepcopy(row).values())
            except TooSlowError:
                raise
            except Exception:  # noqa: BLE001 - what it answers is judged here, not whether it does
                continue
            for text in self._after:
                held = self._held(text, row, answer, scope)
                if text.startswith("direction("):
                    directions.add((text, held or 0))
                    held = (text, -(held or 0)) not in directions or not held
                if held is not None and not held:
                    return False
        return True

    def _held(self, text: str, row: dict[str, Any], answer: Any, scope: Mapping[str, Any]) -> Any:
        """The value of a condition; None when it cannot be said."""

        def call(**changes: Any) -> Any:
            other = {**row, **changes}
            if not self._allowed(other, scope):
                raise _SkipError
            return scope[self._problem.name](*deepcopy(other).values())

        local = {**scope, **deepcopy(row), "ret": deepcopy(answer), "call": call, "direction": _direction}
        try:
            return eval(text, local)
        except (_SkipError, TooSlowError):
            return None
        except NameError as error:
            return None if error.name not in scope else False
        except Exception:  # noqa: BLE001 - a condition that cannot be evaluated does not hold
            return False


def _direction(after: Any, before: Any) -> int:
    return int(after > before) - int(after < before)
