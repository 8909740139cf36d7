"""All texts of n pairs of brackets in which every bracket is closed, in order."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="generate balanced valid parentheses brackets combinations",
    examples=[Example((2,), ["(())", "()()"]), Example((1,), ["()"]), Example((0,), [""])],
    holds=lambda n, ret: all(len(text) == 2 * n and text.count("(") == n for text in ret) and ret == sorted(set(ret)),
    cost=2.0,
)
def balanced_parentheses(n: Nat) -> list[str]:
    """All texts of n pairs of brackets in which every bracket is closed, in order.

    Raises ValueError below 0 and above 10.
    """
    if not 0 <= n <= 10:
        raise ValueError("n must be 0 to 10: the texts grow fourfold with each")

    def texts(opened: int, closed: int) -> list[str]:
        if closed == n:
            return [""]
        more = ["(" + rest for rest in texts(opened + 1, closed)] if opened < n else []
        return more + [")" + rest for rest in texts(opened, closed + 1)] if closed < opened else more

    return texts(0, 0)
