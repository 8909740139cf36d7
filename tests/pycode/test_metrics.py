import pytest

from aurora.pycode.metrics import FunctionMetrics, called_names, complexity, function_metrics

TEXT = """\
class A:
    async def m(self, a, /, b=1, *c, d, **e):
        if a and b or c:
            for x in [y for y in d if y]:
                def inner():
                    while True:
                        assert x
        return 1 if a else "\\d"


def flat(): pass
"""


@pytest.mark.parametrize("text", ["def f(:", "'\ud800'"])
def test_what_does_not_parse_has_no_complexity_and_no_calls(text: str) -> None:
    assert complexity(text) == 0
    assert called_names(text) == frozenset()


def test_functions_of_what_does_not_parse_are_refused() -> None:
    with pytest.raises(SyntaxError):
        function_metrics("def f(:")


def test_nested_functions_count_for_themselves() -> None:
    assert function_metrics(TEXT) == (
        FunctionMetrics("A.m", line=2, lines=7, cyclomatic=8, nesting=2, parameters=4),
        FunctionMetrics("A.m.inner", line=5, lines=3, cyclomatic=3, nesting=1, parameters=0),
        FunctionMetrics("flat", line=11, lines=1, cyclomatic=1, nesting=0, parameters=0),
    )
    assert complexity(TEXT) == 12
    assert complexity("x = 1") == 0


def test_called_names_are_plain_ones() -> None:
    assert called_names("f(g(1)); a.h(); (lambda: 0)()") == {"f", "g"}
