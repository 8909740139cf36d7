"""Truth values that make every clause true, a clause being numbers of variables, negative for "not"; None for none.

Davis, Putnam, Logemann and Loveland 1962.
"""

from aurora.contracts.component import Example, component


@component(
    words="sat satisfiability boolean clauses dpll solve variables",
    examples=[
        Example(([[1, 2], [-1], [-2, 3]],), {1: False, 2: True, 3: True}),
        Example(([[1], [-1]],), None),
        Example(([],), {}),
    ],
    holds=lambda clauses, ret: ret is None or all(any(ret[abs(x)] == (x > 0) for x in clause) for clause in clauses),
    cost=2.0,
)
def sat_small(clauses: list[list[int]]) -> dict[int, bool] | None:
    """Truth values that make every clause true, a clause being numbers of variables, negative for "not"; None for
    none.
    """
    if any(literal == 0 for clause in clauses for literal in clause):
        raise ValueError("0 is no variable")
    names = sorted({abs(literal) for clause in clauses for literal in clause})
    stack: list[tuple[list[list[int]], list[int]]] = [(clauses, [])]
    while stack:
        open_clauses, chosen = stack.pop()
        shortest = min(open_clauses, key=len, default=None)
        if shortest is None:
            return {name: name in chosen for name in names}
        for literal in [-shortest[0], shortest[0]][len(shortest) == 1 :] if shortest else []:
            rest = [[x for x in clause if x != -literal] for clause in open_clauses if literal not in clause]
            stack.append((rest, [*chosen, literal]))
    return None
