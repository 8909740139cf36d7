"""What was answered to a request that carried a key of its own, so that asking again does nothing twice."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Receipt:
    """The answer to one request; `status` is 0 while it is worked on."""

    fingerprint: str  # of the request: the same key with another one is refused
    status: int = 0
    media_type: str = ""
    body: bytes = b""
