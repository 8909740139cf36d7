"""Writes cases and laws as a pytest file that people read."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from aurora.engines.testing.choose import Held, Recorded
from aurora.engines.testing.properties import strategy
from aurora.engines.testing.targets import Kind, Target
from aurora.pycode.trees import tree_of

_INDENT = "    "
_WIDE = 100


def render(
    module: str,
    targets: Mapping[str, Target],
    cases: Sequence[Recorded],
    laws: Sequence[Held],
    rows: Mapping[str, Sequence[Sequence[str]]],
    imports: Mapping[str, str],
    without: frozenset[str] = frozenset(),
) -> tuple[str, int]:
    """The text of the file, and how many test functions it has; tests named in `without` are left out.

    `imports` says where names of the module come from; `rows` hold argument texts of calls, for the strategies.
    """
    found: dict[str, str] = {}
    for name, several in groupby(cases, key=lambda each: each.case.target):
        for title, body in _of_target(targets[name], list(several)):
            found[_unique(title, found)] = body
    for each in laws:
        if body := _law(each, rows.get(each.law.target, ())):
            found[_unique(f"test_{_words(each.law.target)}_{each.law.name}", found)] = body
    kept = {title: body for title, body in found.items() if title not in without}
    if not kept:
        return "", 0
    tests = "\n\n\n".join(body.replace("def test(", f"def {title}(", 1) for title, body in kept.items())
    used = {each.case.target.partition(".")[0] for each in cases} | {each.law.target for each in laws}
    return f"{_head(module, tests, used, imports)}\n\n\n{tests}\n", len(kept)


def _head(module: str, tests: str, used: set[str], imports: Mapping[str, str]) -> str:
    named = {node.id for node in ast.walk(tree_of(tests)) if isinstance(node, ast.Name)}
    homes: dict[str, set[str]] = {module: (used | {name for name, home in imports.items() if home == module}) & named}
    for name, home in imports.items():
        if home not in ("", "builtins", module) and name in named:
            homes.setdefault(home, set()).add(name)
    for law in re.findall(r"(\w+)\(", tests):
        if law in used:
            homes[module].add(law)
    plain = sorted({"asyncio"} & named | {name for name, home in imports.items() if not home and name in named})
    blocks = [f'"""Tests of `{module}`, written by Aurora: what it does now, recorded to notice changes."""']
    blocks += ["\n".join(f"import {name}" for name in plain)] if plain else []
    third = (["import pytest"] if "pytest" in named else []) + (
        ["from hypothesis import given, reject, settings", "from hypothesis import strategies as st"]
        if "given" in named
        else []
    )
    if third and "reject" not in named:
        third = [line.replace("given, reject, ", "given, ") for line in third]
    blocks += ["\n".join(third)] if third else []
    blocks.append("\n".join(f"from {home} import {', '.join(sorted(names))}" for home, names in homes.items() if names))
    return "\n\n".join(blocks)


def _of_target(target: Target, cases: Sequence[Recorded]) -> Iterator[tuple[str, str]]:
    name = _words(target.name)
    plain = [each for each in cases if _is_plain(target, each)]
    if len(plain) > 1:
        yield f"test_{name}", _table(target, plain)
    elif plain:
        yield f"test_{name}", _function([_assert(_call(target, plain[0]), plain[0].done["shown"])])
    for each in cases:
        if each not in plain:
            yield f"test_{name}{_what(each)}", _function(_steps(target, each))


def _what(each: Recorded) -> str:
    if each.done["kind"] == "raised":
        return f"_raises_{_words(each.done['shown'])}"
    if each.done["state"]:
        return f"_sets_{'_and_'.join(name.strip('_') for name in each.done['state'])}"
    return "_changes_its_argument" if each.done["changed"] else "_after_other_calls" if each.case.before else ""


def _is_plain(target: Target, each: Recorded) -> bool:
    """Whether one assert in a table says it all."""
    done = each.done
    whole = len(each.case.arguments) == len(target.parameters) and not any(_named(text) for text in each.case.arguments)
    usual = done["kind"] == "value" and not done["changed"] and not done["state"]
    return usual and whole and bool(target.parameters) and not each.case.receiver


def _table(target: Target, cases: Sequence[Recorded]) -> str:
    names = [each.name for each in target.parameters]
    columns = ", ".join(f'"{name}"' for name in (*names, "expected"))
    rows = "".join(
        f"{_INDENT * 2}({', '.join((*each.case.arguments, _expected(each.done['shown'])))}),\n" for each in cases
    )
    call = _read(f"{target.name}({', '.join(names)})", cases[0])
    return (
        f"@pytest.mark.parametrize(\n{_INDENT}({columns}),\n{_INDENT}[\n{rows}{_INDENT}],\n)\n"
        f"def test({', '.join(names)}, expected):\n{_INDENT}assert {call} == expected"
    )


def _steps(target: Target, each: Recorded) -> list[str]:
    """The statements of one test: what is made, what is called, what holds then."""
    case, done = each.case, each.done
    lines, receiver = [], case.receiver
    if receiver and (case.before or done["kind"] == "raised" or done["state"]):
        variable = _words(target.owner).rpartition("_")[2]
        lines.append(f"{variable} = {receiver}")
        lines += [f"{variable}.{text}" for text in case.before]
        receiver = variable
    arguments = list(case.arguments)
    for place in map(int, done.get("changed", {})):
        name = target.parameters[place].name
        lines.append(f"{name} = {arguments[place]}")
        arguments[place] = name
    call = _read(_callable(target, receiver, arguments), each)
    if done["kind"] == "raised":
        match = f", match={_pattern(done['message'])}" if done["explicit"] and done["message"] else ""
        return [*lines, f"with pytest.raises({done['shown']}{match}):", f"{_INDENT}{call}"]
    lines.append(_assert(call, done["shown"]))
    lines += [_assert(arguments[int(place)], shown) for place, shown in done["changed"].items()]
    return lines + [_assert(f"{receiver}.{name}", shown) for name, shown in done["state"].items()]


def _pattern(message: str) -> str:
    """A regular expression that matches this message, as source text."""
    escaped = re.sub(r"([.^$*+?{}\[\]\\|()])", r"\\\1", message)
    return f'r"{escaped}"' if '"' not in escaped and message.isprintable() else repr(escaped)


def _call(target: Target, each: Recorded) -> str:
    return _read(_callable(target, each.case.receiver, each.case.arguments), each)


def _callable(target: Target, receiver: str, arguments: Sequence[str]) -> str:
    head = f"{receiver}.{target.short}" if receiver else target.name
    return head if target.kind is Kind.PROPERTY else f"{head}({', '.join(arguments)})"


def _read(call: str, each: Recorded) -> str:
    form = each.done.get("form", "")
    return f"asyncio.run({call})" if form == "run" else f"list({call})" if form == "list" else call


def _assert(call: str, shown: str) -> str:
    if shown in ("None", "True", "False"):
        return f"assert {call} is {shown}"
    return f"assert {call} == {_expected(shown)}"


def _expected(shown: str) -> str:
    """A float with a fraction is compared nearly, as other machines round otherwise."""
    try:
        value = ast.literal_eval(shown)
    except (ValueError, SyntaxError):
        return shown
    return f"pytest.approx({shown})" if isinstance(value, float) and not value.is_integer() else shown


def _law(each: Held, rows: Sequence[Sequence[str]]) -> str:
    """A Hypothesis test of a law, drawn from values like those that were tried; empty when they cannot be drawn."""
    law = each.law
    strategies = [strategy([row[place] for row in rows]) for place in range(len(law.parameters))]
    if not all(strategies):
        return ""
    names = ", ".join(law.parameters)
    words = law.name.replace("_", " ")
    return (
        f"@settings(derandomize=True, database=None, deadline=None, max_examples=60)\n"
        f"@given({', '.join(strategies)})\n"
        f'def test({names}):\n{_INDENT}"""It {words}, on values like those that were tried."""\n'
        f"{_INDENT}assert {law.claim}"
    )


def _function(lines: Sequence[str]) -> str:
    return "\n".join(["def test():", *(f"{_INDENT}{line}" for line in lines)])


def _words(name: str) -> str:
    """A name of a class or method as words: "HttpServer.start" -> "http_server_start"."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name.replace(".", "_")).lower().strip("_")


def _unique(title: str, taken: Mapping[str, str]) -> str:
    return next(
        name for number in range(1, 1000) if (name := title if number == 1 else f"{title}_{number}") not in taken
    )


def _named(text: str) -> bool:
    return bool(re.match(r"\w+=[^=]", text))
