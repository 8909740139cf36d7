import pytest

from aurora.engines.repair.steps import HangError, Steps

LOOP = """def spin(n):
    while n:
        n -= 1
    for _ in range(2):
        try:
            pass
        except KeyError:
            while True:
                pass
"""


def compiled(steps: Steps, text: str) -> dict[str, object]:
    names: dict[str, object] = {}
    exec(steps.compile(text, "m.py"), names)
    return names


def test_a_loop_is_stopped_after_its_rounds() -> None:
    steps = Steps()
    steps.limit = 10
    spin = compiled(steps, LOOP)["spin"]
    steps.restart()
    assert callable(spin)
    spin(8)
    with pytest.raises(HangError):
        spin(1)
    steps.restart()
    with pytest.raises(HangError):
        spin(-1)


def test_without_a_limit_loops_run_to_their_end() -> None:
    steps = Steps()
    spin = compiled(steps, LOOP)["spin"]
    steps.restart()
    assert callable(spin)
    spin(20_000)


def test_every_loop_counts_and_lines_stay() -> None:
    steps = Steps()
    text = "total = 0\nfor i in range(3):\n    total += i\n    1 / (total - 3)\n"
    steps.restart()
    with pytest.raises(ZeroDivisionError) as raised:
        compiled(steps, text)
    assert raised.traceback[-1].lineno == 3  # counted from 0


def test_a_text_that_does_not_parse_raises() -> None:
    with pytest.raises(SyntaxError):
        Steps().compile("while (", "m.py")
