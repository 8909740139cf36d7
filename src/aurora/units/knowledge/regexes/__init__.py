"""Regular expressions: what a pattern finds, cuts, replaces, and patterns for everyday things."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=23,
    probes=(
        Probe(
            prompt="Collect the mail addresses in a letter, in their order.",
            signature="def addresses(letter: str) -> list[str]",
            asserts=(
                "assert addresses('write to ann@home.org or bob.b@x-y.co.uk!') == ['ann@home.org', 'bob.b@x-y.co.uk']",
                "assert addresses('nobody') == []",
                "assert addresses('a@b') == []",
                "assert addresses('<me+tag@mail.net>') == ['me+tag@mail.net']",
            ),
            hidden=(
                "assert addresses('x@y.com') == ['x@y.com']",
                "assert addresses('@home.org') == []",
                "assert addresses('f.last@sub.domain.com, and z_1@q.de.') == ['f.last@sub.domain.com', 'z_1@q.de']",
                "assert addresses('') == []",
            ),
        ),
        Probe(
            prompt="All numbers of a text, with sign and decimals, as floats.",
            signature="def readings(text: str) -> list[float]",
            asserts=(
                "assert readings('from -3.5 to 12 degrees') == [-3.5, 12.0]",
                "assert readings('none') == []",
                "assert readings('1.5, 2.5') == [1.5, 2.5]",
                "assert readings('x=.5') == [0.5]",
            ),
            hidden=(
                "assert readings('7') == [7.0]",
                "assert readings('a -1 b -2.25') == [-1.0, -2.25]",
                "assert readings('3 4 5') == [3.0, 4.0, 5.0]",
                "assert readings('') == []",
            ),
        ),
    ),
)
