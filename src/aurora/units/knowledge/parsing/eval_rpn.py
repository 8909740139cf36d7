"""The value of tokens in reverse Polish notation with + - * / and ^."""

import operator

from aurora.contracts.component import Example, component


@component(
    words="evaluate reverse polish notation postfix expression calculate stack",
    examples=[Example((["3", "4", "2", "*", "+"],), 11.0), Example((["6", "4", "/"],), 1.5), Example((["8"],), 8.0)],
    holds=lambda tokens, ret: len(tokens) > 1 or ret == float(tokens[0]),
)
def eval_rpn(tokens: list[str]) -> float:
    """The value of tokens in reverse Polish notation; raises `ValueError` when they are none."""
    operations = {
        "+": operator.add,
        "-": operator.sub,
        "*": operator.mul,
        "/": operator.truediv,
        "^": operator.pow,
    }
    stack: list[float] = []
    for token in tokens:
        if token not in operations:
            stack.append(float(token))
        elif len(stack) < 2:
            raise ValueError("an operator lacks a number")
        else:
            right = stack.pop()
            stack.append(operations[token](stack.pop(), right))
    if len(stack) != 1:
        raise ValueError("the tokens are not one calculation")
    return stack[0]
