"""The tokens of a formula in reverse Polish notation.

Dijkstra 1961; ^ binds strongest and to the right, then * / %, then + -.
"""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="infix to postfix convert reverse polish notation shunting yard",
    examples=[
        Example((["3", "+", "4", "*", "2"],), ["3", "4", "2", "*", "+"]),
        Example((["(", "1", "+", "2", ")", "*", "3"],), ["1", "2", "+", "3", "*"]),
        Example((["2", "^", "3", "^", "2"],), ["2", "3", "2", "^", "^"]),
    ],
    holds=lambda tokens, ret: len(ret) == sum(token not in ("(", ")") for token in tokens),
)
def shunting_yard(tokens: list[str]) -> list[str]:
    """The tokens of a formula in reverse Polish notation; raises `ValueError` when brackets do not match."""
    strength = {"+": 1, "-": 1, "*": 2, "/": 2, "%": 2, "^": 3}
    depths = list(itertools.accumulate(((token == "(") - (token == ")") for token in tokens), initial=0))
    if min(depths) < 0 or depths[-1]:
        raise ValueError("the brackets do not match")
    output: list[str] = []
    stack: list[str] = []
    for token in [*tokens, ")"]:
        if token == "(":
            stack.append(token)
        elif token not in strength and token != ")":
            output.append(token)
        else:
            needed = strength.get(token, 0) + (token == "^")
            while stack and stack[-1] != "(" and strength[stack[-1]] >= needed:
                output.append(stack.pop())
            if token != ")":
                stack.append(token)
            elif stack:
                stack.pop()
    return output
