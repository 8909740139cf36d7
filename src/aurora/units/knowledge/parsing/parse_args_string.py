"""The words of a command line; quoted ones may have blanks."""

import shlex

from aurora.contracts.component import Example, component


@component(
    words="split shell arguments command line words quotes tokens",
    examples=[
        Example(("copy 'my file' to",), ["copy", "my file", "to"]),
        Example(("",), []),
        Example(('a "b c"',), ["a", "b c"]),
    ],
    holds=lambda text, ret: len("".join(ret)) <= len(text),
)
def parse_args_string(text: str) -> list[str]:
    """The words of a command line; quoted ones may have blanks."""
    return shlex.split(text)
