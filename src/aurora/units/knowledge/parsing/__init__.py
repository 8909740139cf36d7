"""Text parsing: from texts to tokens, fields, trees and values."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=24,
    probes=(
        Probe(
            prompt="Work out a sum typed into a calculator with + - * / and brackets.",
            signature="def calculator(typed: str) -> float",
            asserts=(
                "assert calculator('1 + 2 * 3') == 7",
                "assert calculator('(1 + 2) * 3') == 9",
                "assert calculator('10 / 4') == 2.5",
                "assert calculator('-2 + 5') == 3",
            ),
            hidden=(
                "assert calculator('7') == 7",
                "assert calculator('2 * (3 + 4) - 5') == 9",
                "assert calculator('8 - 3 - 2') == 3",
                "assert calculator('-(2 + 3) * 2') == -10",
            ),
        ),
        Probe(
            prompt=(
                "Cut a line of a comma-separated file into its fields; a field in double quotes may have commas and "
                "doubled quotes in it."
            ),
            signature="def fields(line: str) -> list[str]",
            asserts=(
                "assert fields('a,b') == ['a', 'b']",
                "assert fields('\"x, y\",z') == ['x, y', 'z']",
                "assert fields('1,,3') == ['1', '', '3']",
                'assert fields(\'"say ""hi""",2\') == [\'say "hi"\', \'2\']',
            ),
            hidden=(
                "assert fields('only') == ['only']",
                "assert fields('\"a,b\",\"c,d\"') == ['a,b', 'c,d']",
                "assert fields('q,\"\"') == ['q', '']",
                "assert fields('x,\"1\"\"2\"') == ['x', '1\"2']",
            ),
        ),
        Probe(
            prompt="Value of a calculation in reverse Polish notation, its parts separated by blanks.",
            signature="def polish(text: str) -> float",
            asserts=(
                "assert polish('3 4 +') == 7",
                "assert polish('5 1 2 + 4 * + 3 -') == 14",
                "assert polish('8') == 8",
                "assert polish('6 4 /') == 1.5",
            ),
            hidden=(
                "assert polish('2 3 4 * +') == 14",
                "assert polish('9 5 -') == 4",
                "assert polish('1 2 + 3 4 + *') == 21",
                "assert polish('10 2 8 * + 3 -') == 23",
            ),
        ),
    ),
)
