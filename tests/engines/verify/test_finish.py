from aurora.contracts.sandbox import Sandbox
from aurora.engines.verify.finish import finished
from aurora.engines.verify.plan import plan
from aurora.model.task import SynthesisTask
from aurora.pycode.asserts import read_asserts

TASK = SynthesisTask(
    "Remove the spaces of a text",
    name="f",
    asserts=("assert f('a b') == 'ab'", "assert f(' c d e') == 'cde'", "assert f('x') == 'x'"),
)


def finish(sandbox: Sandbox, task: SynthesisTask, code: str) -> str:
    assertions = read_asserts("\n".join(task.asserts), task.name)
    asked = plan(task, assertions, code, 0)
    (own,) = asked.probe.ask(sandbox, [code])
    return finished(code, own, asked, assertions, sandbox)


def test_what_cannot_be_run_stays_as_it_is(sandbox: Sandbox) -> None:
    code = "def f(s):\n    return undefined(s)\n"
    assert finish(sandbox, TASK, code) == code


def test_what_does_something_is_not_left_out(sandbox: Sandbox) -> None:
    code = "def f(s):\n    return s.replace(' ', '')\n"
    assert finish(sandbox, TASK, code).endswith('return s.replace(" ", "")\n')


def test_the_answer_is_the_simplest_form_with_types_words_and_examples(sandbox: Sandbox) -> None:
    code = "def f(s):\n    return str(s.strip().replace(' ', ''))\n"
    assert finish(sandbox, TASK, code) == (
        'def f(s: str) -> str:\n    """Remove the spaces of a text.\n\n'
        "    >>> f('a b')\n    'ab'\n    >>> f(' c d e')\n    'cde'\n    >>> f('x')\n    'x'\n"
        '    """\n    return s.replace(" ", "")\n'
    )


def test_a_conversion_that_changes_the_type_alone_is_kept(sandbox: Sandbox) -> None:
    asserts = ("assert f(1) == 2.0", "assert f(3) == 6.0", "assert f(0) == 0.0")
    code = "def f(n):\n    return float(n * 2)\n"
    assert "return float(n * 2)" in finish(sandbox, SynthesisTask("", name="f", asserts=asserts), code)
