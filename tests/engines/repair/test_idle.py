import pytest

from aurora.engines.repair.idle import count_idle


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("def f(", 0),
        ("def f(x):\n    return x\n", 0),
        ("def f(x):\n    return 1\n", 1),
        ("def f(x):\n    y = x\n    z = y\n    return y\n", 1),
        ("def f(self, x):\n    for _ in x:\n        pass\n", 0),
        ("def f(x):\n    def g(y):\n        return x\n    return g\n", 1),
        ("total = 1\n", 0),
        ("def f(x):\n    n = 0\n    n += x\n", 1),
        ("def f(x):\n    x = x\n    return x\n", 1),
        ("def f(x):\n    x.a = x.a\n    x.a = x.b\n", 1),
        ("def f(x):\n    if x:\n        pass\n    return x\n", 1),
        ("def f(x):\n    if x:\n        pass\n    else:\n        x.go()\n", 0),
        ("if 1:\n    pass\n", 1),
    ],
)
def test_names_that_nobody_reads_and_statements_that_do_nothing_are_counted(text: str, count: int) -> None:
    assert count_idle({"m.py": text}) == count
