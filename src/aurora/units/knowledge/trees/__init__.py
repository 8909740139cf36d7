"""Binary trees and search trees as nested tuples (value, left, right), None where there is none."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=30,
    probes=(
        Probe(
            prompt="A family tree is (name, left, right) or None. Name everybody, generation by generation.",
            signature="def generations(tree: tuple | None) -> list[list[str]]",
            asserts=(
                "assert generations(('a', ('b', None, None), ('c', None, None))) == [['a'], ['b', 'c']]",
                "assert generations(None) == []",
                "assert generations(('x', None, ('y', ('z', None, None), None))) == [['x'], ['y'], ['z']]",
                "assert generations(('m', None, None)) == [['m']]",
            ),
            hidden=(
                "assert generations(('a', ('b', ('c', None, None), None), None)) == [['a'], ['b'], ['c']]",
                "assert generations(('q', ('r', None, None), None)) == [['q'], ['r']]",
                "assert generations(('1', ('2', None, ('4', None, None)), None)) == [['1'], ['2'], ['4']]",
                "assert generations(('s', None, ('t', None, None))) == [['s'], ['t']]",
            ),
        ),
        Probe(
            prompt="Is a tree of numbers, (number, left, right) or None, a search tree without equal numbers?",
            signature="def is_ordered(tree: tuple | None) -> bool",
            asserts=(
                "assert is_ordered((5, (3, None, None), (8, None, None))) == True",
                "assert is_ordered((5, (3, None, (6, None, None)), None)) == False",
                "assert is_ordered(None) == True",
                "assert is_ordered((5, (5, None, None), None)) == False",
            ),
            hidden=(
                "assert is_ordered((1, None, (2, None, (3, None, None)))) == True",
                "assert is_ordered((1, (2, None, None), None)) == False",
                "assert is_ordered((8, (3, (1, None, None), (6, None, None)), (10, None, (14, None, None)))) == True",
                "assert is_ordered((8, None, (10, (7, None, None), None))) == False",
            ),
        ),
        Probe(
            prompt=(
                "Lowest person above (or equal to) two people in a tree of (name, left, right); None if one is not in"
                " it."
            ),
            signature="def common_boss(tree: tuple | None, first: str, second: str) -> str | None",
            asserts=(
                "assert common_boss(('a', ('b', None, None), ('c', None, None)), 'b', 'c') == 'a'",
                "assert common_boss(('a', ('b', ('d', None, None), None), None), 'b', 'd') == 'b'",
                "assert common_boss(('a', None, None), 'a', 'x') == None",
                "assert common_boss(None, 'a', 'b') == None",
            ),
            hidden=(
                "assert common_boss(('a', ('b', ('d', None, None), ('e', None, None)), None), 'd', 'e') == 'b'",
                "assert common_boss(('a', ('b', ('d', None, None), None), ('c', None, None)), 'd', 'c') == 'a'",
                "assert common_boss(('a', None, ('b', None, None)), 'b', 'b') == 'b'",
                "assert common_boss(('a', None, ('b', None, None)), 'c', 'b') == None",
            ),
        ),
    ),
)
