"""Quality Analysis: one score from 0 to 1 with its reasons: lint, types, docs, tests, complexity.

The score is a weighted mean of shares that are counted. Types are judged by two checkers; what both find counts fully.
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from aurora.contracts.mode import Trial, World, mode
from aurora.contracts.prepared import PreparedLinter, prepared
from aurora.model.finding import Finding, Severity, Sources
from aurora.model.mode import Result, described
from aurora.model.verdict import Check
from aurora.pycode.metrics import function_metrics
from aurora.pycode.verdict import judge, parse_tree
from aurora.registry.declare import Example

WEIGHTS: Mapping[str, float] = {"lint": 0.3, "types": 0.25, "docs": 0.15, "tests": 0.15, "complexity": 0.15}
_HALF = 3.0  # weighted findings in 100 lines that halve a share


@dataclass(frozen=True, slots=True)
class Assessed:
    """A project to be judged."""

    files: Sources = field(metadata=described("the texts of the project, its tests among them: path -> content"))


@dataclass(frozen=True, slots=True)
class Quality:
    """The score, the shares it is the weighted mean of, and a sentence for each."""

    score: float
    shares: Mapping[str, float]
    reasons: tuple[str, ...]


_CLEAN = {"a.py": '"""Adds."""\n\n\ndef add(a: int) -> int:\n    """Add."""\n    return a\n', "test_a.py": "import a\n"}
_WEAK = Finding("a.py", 6, 5, "B1", "weak")


@mode(
    "M11",
    takes=Assessed,
    seconds=60,
    examples=[
        Example(
            Trial(Assessed(_CLEAN), prepared(linter=PreparedLinter(), types=PreparedLinter())),
            Result(
                Quality(
                    1.0,
                    dict.fromkeys(WEIGHTS, 1.0),
                    (
                        "lint: 0 findings in 6 lines.",
                        "types: 0 certain and 0 doubtful errors; 1 of 1 functions are annotated.",
                        "docs: 2 of 2 public definitions have a docstring.",
                        "tests: 1 of 1 modules are imported by a test.",
                        "complexity: 1 of 1 functions have at most 10 branches.",
                    ),
                ),
                (Check("compiler", "1 of 1 files compile", True), Check("votes", "two type checkers asked", True)),
            ),
        ),
        Example(
            Trial(Assessed({"a.txt": ""}), prepared()),
            Result(Quality(0.0, {}, ()), (Check("compiler", "There is no Python file.", False),), done=False),
        ),
    ],
)
def quality_analysis(given: Assessed, world: World) -> Result[Quality]:
    """The score of the Python files that are no tests; files that do not compile lower it by their share."""
    python = {path: text for path, text in sorted(given.files.items()) if path.endswith(".py")}
    texts = {path: text for path, text in python.items() if not _is_test(path)}
    if not texts:
        return Result(Quality(0.0, {}, ()), (Check("compiler", "There is no Python file.", False),), done=False)
    good = {path: text for path, text in texts.items() if judge(text).ok}
    linted, typed = world.linter.findings(texts), world.types.findings(texts)
    trees = {path: parse_tree(text) for path, text in good.items()}
    lines = sum(text.count("\n") for text in texts.values())
    rows = [
        ("lint", _burden(linted, lines), f"{len(linted)} findings in {lines} lines."),
        _types(typed, trees, lines),
        _docs(trees),
        _tests(texts, [text for path, text in python.items() if _is_test(path)]),
        _complexity(good),
    ]
    shares = {name: round(share, 4) for name, share, _ in rows}
    score = sum(WEIGHTS[name] * share for name, share in shares.items()) * len(good) / len(texts)
    compiled = Check("compiler", f"{len(good)} of {len(texts)} files compile", len(good) == len(texts))
    found = tuple(sorted({*linted, *typed}))
    reasons = tuple(f"{name}: {words}" for name, _, words in rows)
    evidence = (compiled, Check("votes", "two type checkers asked", True))
    return Result(Quality(round(score, 4), shares, reasons), evidence, found)


def _is_test(path: str) -> bool:
    last = path.rpartition("/")[2]
    return last.startswith("test_") or last.endswith("_test.py") or last == "conftest.py" or "tests/" in path


def _burden(findings: tuple[Finding, ...], lines: int) -> float:
    weights = {Severity.ERROR: 3.0, Severity.WARNING: 1.0, Severity.NOTE: 0.2}
    weighted = sum(weights[each.severity] for each in findings) * 100 / max(lines, 20)
    return 1 / (1 + weighted / _HALF)


def _types(findings: tuple[Finding, ...], trees: Mapping[str, ast.Module], lines: int) -> tuple[str, float, str]:
    certain = sum(each.severity is Severity.WARNING for each in findings)
    functions = [node for tree in trees.values() for node in ast.walk(tree) if isinstance(node, _FUNCTIONS)]
    typed = sum(node.returns is not None or any(each.annotation for each in node.args.args) for node in functions)
    words = f"{certain} certain and {len(findings) - certain} doubtful errors; {typed} of {len(functions)} functions"
    share = (_burden(findings, lines) + _share(typed, len(functions))) / 2
    return "types", share, f"{words} are annotated."


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def _docs(trees: Mapping[str, ast.Module]) -> tuple[str, float, str]:
    public = [node for tree in trees.values() for node in (tree, *_public(tree))]
    told = sum(ast.get_docstring(node) is not None for node in public)
    return "docs", _share(told, len(public)), f"{told} of {len(public)} public definitions have a docstring."


def _public(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    for node in tree.body:
        if isinstance(node, (*_FUNCTIONS, ast.ClassDef)) and not node.name.startswith("_"):
            yield node


def _tests(texts: Mapping[str, str], tests: list[str]) -> tuple[str, float, str]:
    names = [path.removesuffix(".py").removesuffix("/__init__").rpartition("/")[2] for path in texts]
    imports = " ".join(line for text in tests for line in text.splitlines() if "import" in line)
    words = set(imports.replace(".", " ").replace(",", " ").split())
    reached = sum(name in words for name in names)
    return "tests", _share(reached, len(names)), f"{reached} of {len(names)} modules are imported by a test."


def _complexity(texts: Mapping[str, str]) -> tuple[str, float, str]:
    functions = [each for text in texts.values() for each in function_metrics(text)]
    plain = sum(each.cyclomatic <= 10 for each in functions)
    words = f"{plain} of {len(functions)} functions have at most 10 branches."
    return "complexity", _share(plain, len(functions)), words


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
