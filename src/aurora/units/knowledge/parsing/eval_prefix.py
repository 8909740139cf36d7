"""The value of tokens in Polish notation, the operator first, with + - * and /."""

import operator

from aurora.contracts.component import Example, component


@component(
    words="evaluate prefix polish notation expression calculate",
    examples=[Example((["+", "3", "*", "4", "2"],), 11.0), Example((["-", "9", "5"],), 4.0), Example((["8"],), 8.0)],
    holds=lambda tokens, ret: len(tokens) > 1 or ret == float(tokens[0]),
)
def eval_prefix(tokens: list[str]) -> float:
    """The value of tokens in Polish notation; raises `ValueError` when they are none."""
    operations = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
    stack: list[float] = []
    for token in reversed(tokens):
        if token not in operations:
            stack.append(float(token))
        elif len(stack) < 2:
            raise ValueError("an operator lacks a number")
        else:
            left = stack.pop()
            stack.append(operations[token](left, stack.pop()))
    if len(stack) != 1:
        raise ValueError("the tokens are not one calculation")
    return stack[0]
