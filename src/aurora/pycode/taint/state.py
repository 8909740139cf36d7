"""What one look at a function knows and finds out: its variables, what reaches a sink, what it stores and returns."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from aurora.pycode.taint.flows import CLEAN, Flow, Kind, Origin, Step, Value, carried, joined, passed
from aurora.pycode.taint.names import Callee, Names


@dataclass(frozen=True, slots=True)
class Summary:
    """What a function does with what it is given; flows from its parameters are told with `Origin.parameter`."""

    returns: Value = field(default_factory=dict)
    sinks: Mapping[tuple[Kind, Step], Value] = field(default_factory=dict)
    ensures: Mapping[str, frozenset[Kind]] = field(
        default_factory=dict
    )  # parameter -> safe against, when it comes back
    stores: Mapping[str, Value] = field(default_factory=dict)  # attribute "module.Class.name" or global "module.name"

    @property
    def essence(self) -> object:
        """What has to be the same for a fixed point: the steps may differ."""
        return (
            _ways(self.returns),
            {key: _ways(value) for key, value in self.sinks.items()},
            dict(self.ensures),
            {key: _ways(value) for key, value in self.stores.items()},
        )


def _ways(value: Value) -> dict[Origin, frozenset[Kind]]:
    return {origin: flow.safe for origin, flow in value.items()}


def chain(node: ast.expr) -> str:
    """The text of a variable or of a chain of attributes; empty for anything else."""
    if type(node) is ast.Name:
        return node.id
    if type(node) is not ast.Attribute:
        return ""
    base = chain(node.value)
    return f"{base}.{node.attr}" if base else ""


@dataclass(slots=True)
class State:
    """One look at one function; `variables` maps names and dotted attributes to what is known of them."""

    names: Names
    callee: Callee
    summaries: Mapping[str, Summary]
    kept: Mapping[str, Value]  # what attributes and globals hold that came from outside
    ask: Callable[[Callee], None] = lambda _: None  # hears of a function before its summary is looked up
    variables: dict[str, Value] = field(default_factory=dict)
    returned: Value = field(default_factory=dict)
    sinks: dict[tuple[Kind, Step], Value] = field(default_factory=dict)
    stores: dict[str, Value] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)  # variable -> id of its class
    exits: list[dict[str, Value]] = field(default_factory=list)  # the variables at each return
    outer: set[str] = field(default_factory=set)  # variables that are declared global or nonlocal
    asked: set[str] = field(default_factory=set)  # functions and places whose knowledge was used

    def step(self, node: ast.AST) -> Step:
        """The place of a node with its text, shortened."""
        return self.names.step(node, self.callee.path)

    def source(self, node: ast.AST) -> Value:
        """A value that comes from outside at this place."""
        step = self.step(node)
        return {Origin(step): Flow((step,))}

    def dotted(self, node: ast.expr) -> str:
        """The dotted name of an expression, imports followed."""
        return self.names.dotted(node, self.callee.module)

    def get(self, name: str) -> Value:
        """What is known of a variable: a local one, one of the function around, a global, an attribute."""
        if name in self.variables and not self.shared(name):
            return self.variables[name]
        return joined((self.variables.get(name, CLEAN), *map(self.held, self.places(name))))

    def put(self, name: str, value: Value, *, add: bool = False) -> None:
        """Give a variable a value, besides what it has when `add`; what others may see is kept for them."""
        places: list[str] = []
        if value and (add or self.shared(name)):
            places = self.places(name)
        elif value and self.names.nests(self.callee):
            places = [f"{self.callee.id}.{name}"]
        self.variables[name] = joined((self.variables.get(name, CLEAN), value)) if add else value
        for place in places:
            self.stores[place] = joined((self.stores.get(place, CLEAN), value))

    def shared(self, name: str) -> bool:
        """Whether others may give the variable a value: an attribute, a global, what the module itself holds."""
        return "." in name or name in self.outer or isinstance(self.callee.node, ast.Module)

    def places(self, name: str) -> list[str]:
        """Where others may find a variable of this name."""
        if name.startswith("self.") and name.count(".") == 1 and self.callee.owner:
            return [f"{self.callee.owner}.{name[5:]}"]
        if name in self.variables and not self.shared(name):
            return [f"{self.callee.id}.{name}"]
        around = self.callee.id.rpartition(".")[0]
        return list(dict.fromkeys((f"{around}.{name}", f"{self.callee.module}.{name}")))

    def held(self, place: str) -> Value:
        """What an attribute or global holds from outside."""
        self.asked.add(place)
        return self.kept.get(place, CLEAN)

    def class_of(self, node: ast.expr) -> str:
        """The class of the project that a value is certainly of; empty when it is not known."""
        if isinstance(node, ast.Call) and (made := self.dotted(node.func)) in self.names.classes:
            return made
        name = chain(node)
        if name.startswith("self.") and self.callee.owner:
            return self.names.attributes.get(f"{self.callee.owner}.{name[5:]}", "")
        return self.types.get(name, "")

    def summary(self, callee: Callee) -> Summary:
        """What is known of a function of the project; nothing before it was looked at."""
        self.asked.add(callee.id)
        self.ask(callee)
        return self.summaries.get(callee.id, Summary())

    def arrive(self, kind: Kind, node: ast.AST, value: Value) -> None:
        """A value arrives at a sink."""
        dangerous = {origin: flow for origin, flow in value.items() if kind not in flow.safe}
        if dangerous:
            step = self.step(node)
            key = (kind, step)
            self.sinks[key] = joined((self.sinks.get(key, CLEAN), passed(dangerous, step)))

    def enter(self, summary: Summary, given: Mapping[str, Value]) -> None:
        """A function of the project is called with these values."""
        for (kind, step), value in summary.sinks.items():
            arrived = {
                origin: flow
                for origin, flow in carried(value, given).items()
                if kind not in flow.safe and (origin.source is None or not any(o == origin for o in value))
            }
            if arrived:
                self.sinks[kind, step] = joined((self.sinks.get((kind, step), CLEAN), arrived))
        for place, value in summary.stores.items():
            if stored := carried(value, given):
                self.stores[place] = joined((self.stores.get(place, CLEAN), stored))
