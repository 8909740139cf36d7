"""The digits of the letters of words whose sum is another word, first letters not 0; None when there are none.

Dudeney 1924; the first solution in the order of the letters and their digits.
"""

from aurora.contracts.component import Example, Word, component


@component(
    words="cryptarithm alphametic send more money letters digits puzzle",
    examples=[
        Example((["a", "b"], "cb"), None),
        Example((["no", "no"], "too"), {"o": 0, "n": 5, "t": 1}),
        Example((["i", "bb"], "ill"), {"i": 1, "b": 9, "l": 0}),
    ],
    holds=lambda words, total, ret: ret is None or len(set(ret.values())) == len(set("".join(words) + total)),
    cost=3.0,
)
def crypt_arithmetic(words: list[Word], total: Word) -> dict[str, int] | None:
    """The digits of the letters of words whose sum is another word, first letters not 0; None when there are none."""
    weights: dict[str, int] = {}
    for word, sign in [*((word, 1) for word in words), (total, -1)]:
        for place, letter in enumerate(reversed(word)):
            weights[letter] = weights.get(letter, 0) + sign * 10**place
    firsts = {word[0] for word in [*words, total]}
    letters = sorted(weights, key=lambda letter: -abs(weights[letter]))
    reach = [9 * sum(abs(weights[letter]) for letter in letters[start:]) for start in range(len(letters) + 1)]
    stack: list[tuple[int, tuple[int, ...]]] = [(0, ())]
    while stack:
        value, digits = stack.pop()
        if abs(value) > reach[len(digits)]:
            continue
        if len(digits) == len(letters):
            found = dict(zip(letters, digits, strict=True))
            return {letter: found[letter] for letter in weights}
        letter = letters[len(digits)]
        free = [digit for digit in range(9, 0 if letter in firsts else -1, -1) if digit not in digits]
        stack += [(value + weights[letter] * digit, (*digits, digit)) for digit in free]
    return None
