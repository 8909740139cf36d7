"""Knowledge packs: a folder of components that is one power unit, with probes that show what it is good for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Probe:
    """A task that is solved with the pack and not without it."""

    prompt: str
    signature: str
    asserts: tuple[str, ...]  # given to the engine
    hidden: tuple[str, ...]  # judge the answer


@dataclass(frozen=True, slots=True)
class Pack:
    """The power unit K`number`, declared as `PACK` in the folder's `__init__.py`; its parts are the folder's files."""

    number: int
    probes: tuple[Probe, ...]
