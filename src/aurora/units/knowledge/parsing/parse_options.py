"""The options of a command line: --name=value, --name value and --flag, and under "" the other words."""

from aurora.contracts.component import Example, component


@component(
    words="parse command line options flags arguments dict double dash",
    examples=[
        Example((["--size=3", "--loud", "in.txt"],), {"": ["in.txt"], "size": ["3"], "loud": []}),
        Example(([],), {"": []}),
        Example((["a", "b"],), {"": ["a", "b"]}),
    ],
    holds=lambda words, ret: sum(map(len, ret.values())) <= len(words) and "" in ret,
)
def parse_options(words: list[str]) -> dict[str, list[str]]:
    """The options --name=value and --flag of a command line with their values, and under "" the other words."""
    options: dict[str, list[str]] = {"": []}
    for word in words:
        if word.startswith("--") and len(word) > 2:
            name, assign, value = word[2:].partition("=")
            options.setdefault(name, []).extend([value] if assign else [])
        else:
            options[""].append(word)
    return options
