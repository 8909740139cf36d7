"""The person (number) whom all others know and who knows nobody else, in a matrix of who knows whom; -1 for none.

One candidate is left after n - 1 questions.
"""

from aurora.contracts.component import Bit, Example, Square, component


@component(
    words="find celebrity universal sink everyone knows town judge",
    examples=[Example(([[0, 1, 0], [0, 0, 0], [0, 1, 0]],), 1), Example(([[0, 1], [1, 0]],), -1), Example(([[0]],), 0)],
    holds=lambda knows, ret: ret == -1 or not any(cell for i, cell in enumerate(knows[ret]) if i != ret),
)
def celebrity(knows: Square[Bit]) -> int:
    """The person (number) whom all others know and who knows nobody else, in a matrix of who knows whom; -1 for
    none.
    """
    candidate = 0
    for person in range(len(knows)):
        if knows[candidate][person]:
            candidate = person
    others = [person for person in range(len(knows)) if person != candidate]
    known = all(knows[person][candidate] and not knows[candidate][person] for person in others)
    return candidate if known else -1
