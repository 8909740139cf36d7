"""Recursion: nested data, recurrences and exhaustive search."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=17,
    probes=(
        Probe(
            prompt="List all ways to write a code with its letters in lower or upper case, lower case first.",
            signature="def code_spellings(code: str) -> list[str]",
            asserts=(
                "assert code_spellings('a1') == ['a1', 'A1']",
                "assert code_spellings('ab') == ['ab', 'aB', 'Ab', 'AB']",
                "assert code_spellings('7') == ['7']",
                "assert code_spellings('') == ['']",
            ),
            hidden=(
                "assert code_spellings('x2y') == ['x2y', 'x2Y', 'X2y', 'X2Y']",
                "assert code_spellings('Q') == ['q', 'Q']",
                "assert code_spellings('b-b') == ['b-b', 'b-B', 'B-b', 'B-B']",
                "assert code_spellings('no') == ['no', 'nO', 'No', 'NO']",
            ),
        ),
        Probe(
            prompt="List the selections of weights that add up to a total.",
            signature="def exact_picks(weights: list[int], total: int) -> list[list[int]]",
            asserts=(
                "assert exact_picks([1, 2, 3], 3) == [[1, 2], [3]]",
                "assert exact_picks([5], 4) == []",
                "assert exact_picks([], 0) == [[]]",
                "assert exact_picks([2, 2], 2) == [[2], [2]]",
            ),
            hidden=(
                "assert exact_picks([1, 3, 4, 6], 7) == [[1, 6], [3, 4]]",
                "assert exact_picks([4, 5, 6], 15) == [[4, 5, 6]]",
                "assert exact_picks([1, 1, 1], 2) == [[1, 1], [1, 1], [1, 1]]",
                "assert exact_picks([8, 3, 5], 8) == [[8], [3, 5]]",
            ),
        ),
        Probe(
            prompt="Children in a circle are counted out, every k-th goes: in which order do they go?",
            signature="def leaving_order(children: list[str], k: int) -> list[str]",
            asserts=(
                "assert leaving_order(['a', 'b', 'c', 'd'], 2) == ['b', 'd', 'c', 'a']",
                "assert leaving_order(['x'], 5) == ['x']",
                "assert leaving_order([], 3) == []",
                "assert leaving_order(['p', 'q', 'r'], 1) == ['p', 'q', 'r']",
            ),
            hidden=(
                "assert leaving_order(['a', 'b', 'c', 'd', 'e'], 3) == ['c', 'a', 'e', 'b', 'd']",
                "assert leaving_order(['m', 'n'], 2) == ['n', 'm']",
                "assert leaving_order(['k', 'l', 'm', 'n', 'o', 'p'], 4) == ['n', 'l', 'k', 'm', 'p', 'o']",
                "assert leaving_order(['u', 'v', 'w'], 7) == ['u', 'v', 'w']",
            ),
        ),
    ),
)
