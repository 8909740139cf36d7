"""Resolving requirements with packages that are on this machine; no index is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Resolution:
    """What came of it: pins by canonical name, or why there are none."""

    pins: Mapping[str, str] = field(default_factory=dict)
    conflict: str = ""  # the resolver's own words
    unavailable: str = ""  # why nobody could be asked


class Resolver(Protocol):
    """Knows the distributions of a folder, and resolves with them alone."""

    def known(self, folder: str) -> Mapping[str, tuple[str, ...]]:
        """The versions of the wheels and source archives in a folder, by canonical name.

        Raises `NotFoundError` when there is no such folder.
        """

    def resolve(self, requirements: Sequence[str], folder: str) -> Resolution:
        """Resolve with the folder alone."""
