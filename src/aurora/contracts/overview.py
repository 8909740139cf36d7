"""How one report is made of all analysis modes: run each, take its figures, compare with the reports before."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, is_dataclass, replace
from html.parser import HTMLParser
from typing import Any

from aurora.contracts.mode import MODE, World
from aurora.contracts.parameters import parameters_of, read_parameters
from aurora.model.errors import AuroraError, BadInputError
from aurora.model.finding import Finding, Severity, Sources
from aurora.model.overview import Difference, Overview, Section, Unmeasured
from aurora.model.progress import Progress
from aurora.registry.catalogue import PowerUnit, catalogue
from aurora.registry.declare import Part

_GROUP = "analysis"


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A project that is looked at."""

    project: str
    made: str
    files: Sources
    asked: tuple[str, ...]
    unread: tuple[Finding, ...] = ()


def overview(given: Surveyed, earlier: Sequence[str], world: World) -> Overview:
    """The report of a project; `earlier` are the JSON texts of reports before, oldest first.

    A mode that raises or says that it could not is told with its reason, and the others go on. Raises `BadInputError`
    for an earlier report that is none.
    """
    before = [_earlier(text) for text in earlier]
    parts = {part.unit: part for part in world.modes().of(MODE)}
    units = [unit for unit in catalogue() if unit.kind == "mode" and unit.group == _GROUP]
    sections, unmeasured = list[Section](), list[Unmeasured]()
    share = replace(world.budget, seconds=max(1.0, world.budget.seconds / max(1, len(parts.keys() & _ids(units)))))
    for number, unit in enumerate(units, start=1):
        world.watch(Progress("report", number, len(units), unit.name))
        said = _said(unit, parts.get(unit.id), given, replace(world, budget=share))
        (sections if isinstance(said, Section) else unmeasured).append(said)  # type: ignore[arg-type]
    if given.unread:
        sections.insert(0, Section("", "Reading", "every file is read", {}, given.unread))
    made = Overview(given.project, given.made, {}, tuple(sections), tuple(unmeasured))
    made = replace(made, figures=_figures(made, given))
    trends = {
        name: tuple(float(each["figures"][name]) for each in (*before, {"figures": made.figures}))
        for name in made.figures
        if before and all(name in each["figures"] for each in before)
    }
    return replace(made, difference=_difference(before[-1], made) if before else None, trends=trends)


def plain(made: Overview) -> str:
    """The report as JSON; what `overview` reads as an earlier one."""
    facts = {**asdict(made), "findings": [asdict(each) for each in made.findings]}
    return json.dumps(facts, indent=2, ensure_ascii=False) + "\n"


def foreign(html: str) -> tuple[str, ...]:
    """What a page would load or run from elsewhere; nothing for one that stands alone."""
    reader = _Reader()
    reader.feed(html)
    return tuple(reader.found)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what leads outside."""
        if tag in ("script", "iframe", "object", "embed", "link", "img"):
            self.found.append(tag)
        self.found += [f"{tag} {name}={value}" for name, value in attrs if _leads_out(name, value or "")]


def _leads_out(name: str, value: str) -> bool:
    return name.startswith("on") or (name in ("src", "href", "action") and not value.startswith("#"))


def _ids(units: Sequence[PowerUnit]) -> set[str]:
    return {unit.id for unit in units}


def _earlier(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
        figures = {str(name): float(value) for name, value in found["figures"].items()}
        rows = [(str(each["path"]), str(each["rule"]), str(each["message"])) for each in found["findings"]]
        return {"made": str(found["made"]), "figures": figures, "findings": rows}
    except (ValueError, TypeError, KeyError, AttributeError):
        raise BadInputError("this is no report of a project.", where="earlier") from None


def _said(unit: PowerUnit, part: Part[Any, Any, Any] | None, given: Surveyed, world: World) -> Section | Unmeasured:
    if part is None:
        return Unmeasured(unit.id, unit.name, "It is declared, and does not work yet.")
    if part.missing:
        return Unmeasured(unit.id, unit.name, f"It needs {', '.join(part.missing)}.")
    takes: Any = part.facts["takes"]
    offered = {"files": given.files, "asked": given.asked}
    wanted = {each.name: offered[each.name] for each in parameters_of(takes) if each.name in offered}
    try:
        result = part.run(read_parameters(takes, wanted), world)
    except AuroraError as error:
        return Unmeasured(unit.id, unit.name, error.sentence)
    if not result.done:
        reasons = [f"{check.text} {check.detail}".strip() for check in result.evidence if not check.passed]
        return Unmeasured(unit.id, unit.name, " ".join(reasons) or "It could not, and gave no reason.")
    return Section(unit.id, unit.name, unit.promise, dict(_numbers(result.output)), result.findings, result.evidence)


def _numbers(output: object) -> Iterator[tuple[str, float]]:
    """The numbers at the top of an output, and those of its mappings."""
    if not is_dataclass(output) or isinstance(output, type):
        return
    for name, value in ((each.name, getattr(output, each.name)) for each in fields(output)):
        if _is_number(value):
            yield name, round(float(value), 6)
        elif isinstance(value, Mapping):
            yield from ((f"{name} {key}", round(float(each), 6)) for key, each in value.items() if _is_number(each))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _figures(made: Overview, given: Surveyed) -> dict[str, float]:
    texts = [given.files[path] for path in given.asked]
    whole = {"files": float(len(texts)), "lines": float(sum(len(text.splitlines()) for text in texts))}
    whole |= {f"{severity}s": float(made.count(severity)) for severity in Severity}
    for section in made.sections:
        whole |= {f"{section.name}: {name}": value for name, value in section.figures.items()}
    return whole


def _difference(before: Mapping[str, Any], made: Overview) -> Difference:
    old: dict[str, float] = before["figures"]
    both = {name: (old[name], value) for name, value in made.figures.items() if name in old and old[name] != value}
    known = set(before["findings"])
    now = {(each.path, each.rule, each.message) for each in made.findings}
    new = tuple(each for each in made.findings if (each.path, each.rule, each.message) not in known)
    gone = tuple(f"{path}: {rule} {message}" for path, rule, message in sorted(known - now))
    return Difference(before["made"], both, new, gone)
