"""Repair one text: it is a project of one file, nothing is read or written, the patch is handed back."""

import ast
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace

from aurora.flows.bare_assertions import as_tests
from aurora.flows.experience import repair_project
from aurora.flows.other_version import python_text
from aurora.flows.tools import Tools
from aurora.model.answer import Repair
from aurora.model.errors import BadInputError, UnparsableError
from aurora.model.progress import Watch, silent
from aurora.model.task import Budget, RepairTask
from aurora.model.verdict import Judgement
from aurora.pycode.edit import unified
from aurora.pycode.parse import parse

_DEFAULT, _TESTS = "code", "test_code.py"


@dataclass(frozen=True, slots=True)
class FixedText:
    """What came of it; `code` is the text as it was when nothing was answered."""

    answer: Repair
    code: str
    diff: str
    confidence: float  # see `confidence_in`


def fix_text(
    tools: Tools,
    code: str,
    budget: Budget,
    *,
    issue: str = "",
    tests: str = "",
    reference: str = "",
    watch: Watch = silent,
    job: str = "",
) -> FixedText:
    """Repair `code` by an issue in words, by a correct version when there is one, and by tests: a pytest file, or bare
    `assert` statements about its names.

    Raises `BadInputError` for tests or a reference that do not parse.
    """
    reference = python_text(reference, "reference")
    module, files = project_of(code, tests)
    name = f"{module}.py"
    given = {other: text for other, text in files.items() if other != name}
    task = RepairTask(files=files, target=(name,), issue=issue, tests=given)
    task = replace(task, reference={name: reference}) if reference else task
    answer, _ = repair_project(tools, module, task, budget, watch, link=f"job {job}" if job else "", job=job)
    answered = answer.patch is not None and answer.verdict.answered
    fixed = answer.patch.files.get(name, code) if answer.patch is not None and answered else code
    diff = unified(code, fixed, name) if fixed != code else ""
    return FixedText(answer, fixed, diff, confidence_in(answer.judgement) if answered else 0.0)


def confidence_in(judgement: Judgement) -> float:
    """How sure the checks that were run make one of an answer, 0 to 1: Laplace's rule of succession over them.

    It says (passed + 1) / (run + 2): one half when nothing was run, never 1, and no more than the evidence bears.
    """
    passed = sum(check.passed for check in judgement.checks)
    return (passed + 1) / (len(judgement.checks) + 2)


def project_of(code: str, tests: str) -> tuple[str, Mapping[str, str]]:
    """The name of the module and the files; the tests say by their imports what it is called.

    Raises `BadInputError` for tests that do not parse, or hold nothing that is tested.
    """
    if not tests.strip():
        return _DEFAULT, {f"{_DEFAULT}.py": code}
    try:
        source = parse(tests)
    except UnparsableError as error:
        raise BadInputError(f"is not Python (line {error.line}: {error.message}).", where="tests") from None
    body, module = source.tree.body, _imported(source.tree) or _DEFAULT
    if not any(map(_is_tests, body)):
        tests = as_tests(source, module)
    return module, {f"{module}.py": code, _TESTS if f"{module}.py" != _TESTS else f"test_{_TESTS}": tests}


def _is_tests(node: ast.stmt) -> bool:
    """Whether pytest may find tests in a statement; other functions help bare assertions."""
    function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test")
    return function or isinstance(node, ast.ClassDef)


def _imported(tree: ast.Module) -> str:
    """The module that the tests import and that neither Python nor pytest brings."""
    known = sys.stdlib_module_names | {"pytest", "hypothesis"}
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module]
        for name in names:
            if "." not in name and name not in known:
                return name
    return ""
