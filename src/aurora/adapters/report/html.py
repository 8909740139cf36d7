"""Renders `report.html`: opens from a file with no request, in light and dark, on paper and on a phone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import DiffLexer, PythonLexer

from aurora.adapters.report.pages import templates
from aurora.adapters.report.svg import call_graph, shares, sparkline, steps
from aurora.model.run import FunctionResult, Run
from aurora.model.verdict import Check, Judgement, Verdict


@dataclass(frozen=True, slots=True)
class _Group:
    """The functions of one specification."""

    spec: str
    results: tuple[FunctionResult, ...]

    @property
    def verified(self) -> int:
        return sum(result.answer.verdict is Verdict.VERIFIED for result in self.results)


def render(run: Run, differences: Mapping[str, Any]) -> str:
    """The whole page as text; `differences` is what `scores_diff.json` holds, empty for a first run."""
    environment = templates()
    environment.filters |= {
        "python": _python,
        "diff": _diff,
        "seconds": _seconds,
        "moment": _moment,
        "evidence": _evidence,
    }
    counts = {str(verdict): run.count(verdict) for verdict in Verdict}
    edges = [(result.task.name, called) for result in run.functions for called in result.calls]
    return environment.get_template("report.html.j2").render(
        run=run,
        groups=_groups(run.functions),
        counts=counts,
        shares=Markup(shares(counts)),
        graph=Markup(call_graph(edges)),
        trends={name: Markup(sparkline(values, name)) for name, values in run.trends.items() if len(values) > 1},
        curve=Markup(steps([(each["recorded"], each["verified"], each["tried"]) for each in run.curve["points"]]))
        if run.curve
        else "",
        differences=differences,
        wall=_wall(run),
    )


def _groups(results: Iterable[FunctionResult]) -> tuple[_Group, ...]:
    by_spec: dict[str, list[FunctionResult]] = {}
    for result in results:
        by_spec.setdefault(result.spec, []).append(result)
    return tuple(_Group(spec, tuple(of)) for spec, of in by_spec.items())


def _evidence(judgement: Judgement) -> list[tuple[str, int, int, list[Check]]]:
    """(kind, passed, run, those that failed) for each kind of check."""
    kinds = dict.fromkeys(check.kind for check in judgement.checks)
    failed = {kind: [check for check in judgement.checks if check.kind == kind and not check.passed] for kind in kinds}
    return [(kind, *judgement.count(kind), failed[kind]) for kind in kinds]


def _python(code: str) -> Markup:
    return Markup(highlight(code, PythonLexer(), HtmlFormatter(nowrap=True)))


def _diff(text: str) -> Markup:
    return Markup(highlight(text, DiffLexer(), HtmlFormatter(nowrap=True)))


def _seconds(value: float) -> str:
    return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.1f} s"


def _moment(iso: str) -> str:
    return f"{datetime.fromisoformat(iso):%d %B %Y, %H:%M} UTC"


def _wall(run: Run) -> float:
    return (datetime.fromisoformat(run.ended) - datetime.fromisoformat(run.started)).total_seconds()
