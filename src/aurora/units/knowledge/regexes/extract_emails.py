"""The mail addresses in a text."""

import re

from aurora.contracts.component import Example, component


@component(
    words="extract emails mail addresses text",
    examples=[
        Example(("to ann@home.org!",), ["ann@home.org"]),
        Example(("a@b",), []),
        Example(("bob.b@x-y.co.uk, me+tag@mail.net",), ["bob.b@x-y.co.uk", "me+tag@mail.net"]),
    ],
    holds=lambda text, ret: all(mail in text and mail.count("@") == 1 for mail in ret),
)
def extract_emails(text: str) -> list[str]:
    """The mail addresses in a text."""
    return re.findall(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", text)
