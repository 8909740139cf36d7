import pytest

from aurora.engines.synthesis.library import load
from aurora.engines.synthesis.problem import read
from aurora.model.answer import Candidate
from aurora.model.task import SynthesisTask
from aurora.modules.autonomy.synthesis.text_transform import text_transform
from tests.engines.synthesis.problems import bench_for


def candidates(*asserts: str, signature: str = "") -> list[Candidate]:
    problem = read(SynthesisTask("", signature=signature, asserts=asserts))
    found: list[Candidate] = []
    for candidate in text_transform.run(problem, bench_for(load(()), 20.0)):
        if candidate is not None:
            found.append(candidate)
        if len(found) == 2:
            break
    return found


def value(code: str, call: str) -> object:
    scope: dict[str, object] = {}
    exec(code, scope)
    return eval(call, scope)


def test_the_examples_and_laws_hold() -> None:
    assert text_transform.failures() == []


def test_a_problem_without_texts_is_left_to_others() -> None:
    assert candidates("assert f(1) == '2'", "assert f(3) == '4'") == []


def test_no_table_of_the_examples_is_made() -> None:
    found = candidates("assert f('kx') == 'Q7'", "assert f('pw') == 'Z3'", "assert f('ab') == 'M9'")
    assert found == []


def test_examples_beyond_those_that_steer_still_judge() -> None:
    asserts = [f"assert f('w{n} x') == 'w{n}'" for n in range(12)]
    found = candidates(*asserts, "assert f('a b c') == 'a b'")
    assert found
    assert value(found[0].code, "f('p q r s')") == "p q r"


@pytest.mark.parametrize(
    ("asserts", "call", "answer"),
    [
        (("assert f('a.b') == 'b.a'", "assert f('xx.yy') == 'yy.xx'"), "f('l.r')", "r.l"),
        (("assert f('  hi ') == 'HI'", "assert f('a b') == 'A B'"), "f(' q')", "Q"),
        (("assert f('1,2') == 3", "assert f('5') == 5", "assert f('4,5,6') == 15"), "f('7,8')", 15),
    ],
)
def test_programs_hold_on_unseen_inputs(asserts: tuple[str, ...], call: str, answer: object) -> None:
    assert value(candidates(*asserts)[0].code, call) == answer


def test_the_signature_is_kept() -> None:
    found = candidates("assert f('ab c') == 'ab'", "assert f('d ef') == 'd'", signature="def f(text: str) -> str:")
    assert found[0].code == "def f(text: str) -> str:\n    return text.split()[0]\n"
