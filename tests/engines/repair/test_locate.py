from aurora.engines.repair.laboratory import Failure, Probe, Trace
from aurora.engines.repair.locate import locate
from aurora.model.answer import Fault
from aurora.pycode.parse import parse

CODE = "def f(a):\n    if a:\n        return 1\n    return 2\n"
SOURCES = {"m.py": parse(CODE)}
FAIL = Failure("fail", "AssertionError")


def lines(*numbers: int) -> dict[tuple[str, int], int]:
    return {("m.py", number): 1 for number in numbers}


def test_without_any_evidence_every_statement_is_a_little_suspected() -> None:
    faults = locate(Probe(), SOURCES)
    assert {fault.line for fault in faults} == {1, 2, 3, 4}
    assert len({fault.suspicion for fault in faults}) == 1


def test_lines_of_failing_tests_only_come_first() -> None:
    probe = Probe((Trace("a", FAIL, lines=lines(2, 3)), Trace("b", None, lines=lines(2, 4))))
    faults = locate(probe, SOURCES)
    assert (faults[0].line, faults[0].suspicion) == (3, 1.0)
    assert faults[1].line == 2
    assert 0.7 < faults[1].suspicion < 0.71


def test_a_place_that_somebody_names_is_suspected_beside_what_the_tests_show() -> None:
    probe = Probe((Trace("a", FAIL, lines=lines(2, 3)), Trace("b", None, lines=lines(2, 4))))
    told = (Fault("m.py", 4, 0.9, "told"), Fault("m.py", 3, 0.4, "told"), Fault("gone.py", 1, 0.9, "told"))
    faults = locate(probe, SOURCES, told)
    assert [(fault.line, fault.suspicion) for fault in faults[:2]] == [(3, 1.0), (4, 0.9)]
    assert all(fault.path == "m.py" for fault in faults)


def test_the_head_of_a_function_shares_the_suspicion_of_its_body() -> None:
    probe = Probe((Trace("a", FAIL, lines=lines(2, 3)), Trace("b", None, lines=lines(2, 4))))
    (head,) = [fault for fault in locate(probe, SOURCES) if fault.line == 1]
    assert (head.suspicion, head.why) == (0.6, "f runs in failing tests")


def test_the_innermost_frame_of_a_traceback_outweighs_coverage() -> None:
    error = Failure("error", "TypeError", "no", (("test_m.py", 1, "test"), ("m.py", 4, "f")))
    faults = locate(Probe((Trace("a", error, lines=lines(2, 3, 4)),)), SOURCES)
    assert (faults[0].line, faults[0].why) == (4, "TypeError in f: no")
    assert faults[1].suspicion < 0.5


def test_a_call_with_wrong_arguments_points_to_the_definition() -> None:
    error = Failure("error", "TypeError", "f() missing 1 required positional argument: 'a'", (("test_m.py", 1, "t"),))
    assert locate(Probe((Trace("a", error),)), SOURCES)[0].line == 1


def test_the_hot_lines_of_a_test_that_hangs() -> None:
    code = "def f(a):\n    while a:\n        a += 1\n        a -= 1\n    return a\n"
    visits = {("m.py", 2): 1, ("m.py", 3): 5000, ("m.py", 4): 4999, ("m.py", 1): 1}
    faults = locate(Probe((Trace("a", Failure("hang", "Hang"), lines=visits),)), {"m.py": parse(code)})
    assert faults[0].line == 2
    assert {fault.line for fault in faults[1:3]} == {3, 4}
    assert faults[3].suspicion < 0.5


def test_an_import_that_fails_is_sought_where_it_was_raised() -> None:
    broken = Failure("import", "NameError", "name 'x' is not defined", (("m.py", 2, "<module>"),))
    assert [fault.line for fault in locate(Probe(broken=broken), SOURCES)] == [2]


def test_what_gives_a_name_its_value_is_suspected_when_its_use_raises() -> None:
    code = "def f(a):\n    b = ()\n    c = 1\n    for each in a:\n        b.append(each)\n    return b, c\n"
    error = Failure("error", "AttributeError", "no", (("m.py", 5, "f"),))
    visits = {("m.py", number): 1 for number in range(2, 7)}
    faults = locate(Probe((Trace("a", error, lines=visits),)), {"m.py": parse(code)})
    assert [fault.line for fault in faults[:2]] == [5, 2]
    assert faults[2].suspicion < faults[1].suspicion


def test_the_condition_of_a_statement_that_raises_on_purpose_is_nearly_as_suspicious() -> None:
    code = "def f(a):\n    if a > 2:\n        raise ValueError('large')\n    return a\n"
    error = Failure("error", "ValueError", "large", (("m.py", 3, "f"),))
    faults = locate(Probe((Trace("a", error, lines=lines(2, 3)),)), {"m.py": parse(code)})
    assert [(fault.line, fault.suspicion) for fault in faults[:2]] == [(3, 1.0), (2, 0.95)]
