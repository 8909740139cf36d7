"""Length of the longest piece of a text of round brackets that is balanced."""

from aurora.contracts.component import Example, component


@component(
    words="longest valid parentheses substring balanced brackets length",
    examples=[Example(("(()",), 2), Example((")()())",), 4), Example(("",), 0)],
    holds=lambda text, ret: ret % 2 == 0 and ret <= 2 * min(text.count("("), text.count(")")),
)
def longest_balanced_brackets(text: str) -> int:
    """Length of the longest piece of a text of round brackets that is balanced."""
    stack = [-1]
    longest = 0
    for place, char in enumerate(text):
        if char == "(":
            stack.append(place)
            continue
        stack.pop()
        if stack:
            longest = max(longest, place - stack[-1])
        else:
            stack.append(place)
    return longest
