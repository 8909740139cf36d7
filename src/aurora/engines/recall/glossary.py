"""What Python and the system say of their own errors: the page of an exception, the words and the name of an errno."""

import builtins
import errno
import os
import re
from collections.abc import Iterator

_EXCEPTION = re.compile(r"\b[A-Z]\w*(?:Error|Exception|Warning|Interrupt|Iteration)\b")
_NUMBER = re.compile(r"\bErrno (\d+)", re.IGNORECASE)
_NAME = re.compile(r"\bE[A-Z0-9]{3,}\b")
_NUMBERS = {name: number for number, name in errno.errorcode.items()}


def explained(text: str) -> Iterator[str]:
    """A sentence for each exception and each errno that a text names."""
    for name in dict.fromkeys(_EXCEPTION.findall(text)):
        if hasattr(builtins, name):
            yield (getattr(builtins, name).__doc__ or "").partition("\n")[0]
    numbers = [*map(int, _NUMBER.findall(text)), *(_NUMBERS[name] for name in _NAME.findall(text) if name in _NUMBERS)]
    for number in dict.fromkeys(each for each in numbers if each in errno.errorcode):
        yield f"{errno.errorcode[number]} {os.strerror(number)}"
