"""Unicode, bytes and encodings: characters, their codes, and texts for other media."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=25,
    probes=(
        Probe(
            prompt="Take the accents off the letters of a text.",
            signature="def plain_letters(text: str) -> str",
            asserts=(
                "assert plain_letters('Crème brûlée') == 'Creme brulee'",
                "assert plain_letters('abc') == 'abc'",
                "assert plain_letters('') == ''",
                "assert plain_letters('Ångström') == 'Angstrom'",
            ),
            hidden=(
                "assert plain_letters('naïve') == 'naive'",
                "assert plain_letters('señor Núñez') == 'senor Nunez'",
                "assert plain_letters('ü') == 'u'",
                "assert plain_letters('žluťoučký') == 'zlutoucky'",
            ),
        ),
        Probe(
            prompt="A readable web address part from a headline: small plain letters and digits with single hyphens.",
            signature="def address_part(headline: str) -> str",
            asserts=(
                "assert address_part('Hello, World!') == 'hello-world'",
                "assert address_part('  Crème  2 go ') == 'creme-2-go'",
                "assert address_part('---') == ''",
                "assert address_part('A&B') == 'a-b'",
            ),
            hidden=(
                "assert address_part('One') == 'one'",
                "assert address_part('10 % off!!') == '10-off'",
                "assert address_part('Été à Paris') == 'ete-a-paris'",
                "assert address_part('') == ''",
            ),
        ),
    ),
)
