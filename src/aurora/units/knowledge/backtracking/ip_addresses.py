"""All addresses of four numbers from 0 to 255, without leading zeros, that digits can be cut into."""

from aurora.contracts.component import Example, component


@component(
    words="restore ip addresses digits cut dots valid",
    examples=[
        Example(("25525511135",), ["255.255.11.135", "255.255.111.35"]),
        Example(("0000",), ["0.0.0.0"]),
        Example(("12",), []),
    ],
    holds=lambda digits, ret: all(address.replace(".", "") == digits for address in ret),
)
def ip_addresses(digits: str) -> list[str]:
    """All addresses of four numbers from 0 to 255, without leading zeros, that digits can be cut into."""
    found = [("", digits)]
    for _ in range(4):
        found = [
            (f"{before}.{rest[:size]}", rest[size:])
            for before, rest in found
            for size in range(1, min(len(rest), 3) + 1)
            if rest[:size].isdecimal() and int(rest[:size]) < 256 and (size == 1 or rest[0] != "0")
        ]
    return [before[1:] for before, rest in found if not rest]
