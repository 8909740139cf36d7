"""The longest text that is contained in both texts, the first such one in the first text."""

from aurora.contracts.component import Example, component


@component(
    words="longest shared common contiguous substring overlap both strings",
    examples=[Example(("abcdef", "zcdem"), "cde"), Example(("abc", "xyz"), ""), Example(("", "a"), "")],
    holds=lambda one, other, ret: ret in one and ret in other and bool(ret) == bool(set(one) & set(other)),
    cost=2.0,
)
def longest_common_substring(one: str, other: str) -> str:
    """The longest text that is contained in both texts, the first such one in the first text."""
    best = ""
    for start in range(len(one)):
        while start + len(best) < len(one) and one[start : start + len(best) + 1] in other:
            best = one[start : start + len(best) + 1]
    return best
