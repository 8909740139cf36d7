"""Which protections must be in force before anything is run."""

from collections.abc import Iterable

from aurora.model.errors import UnprotectedError
from aurora.model.execution import Protection

NAMES = frozenset({"network", "filesystem", "processes", "memory", "time"})


def insist(protections: Iterable[Protection], without: frozenset[str]) -> None:
    """Raise `UnprotectedError` when one of `NAMES` is missing that the user did not say to do without."""
    in_force = {protection.name for protection in protections if protection.in_force}
    if missing := NAMES - in_force - without:
        raise UnprotectedError(tuple(sorted(missing)))
