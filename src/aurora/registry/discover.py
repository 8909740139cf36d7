"""Find the parts: exactly one in each file of a package."""

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from types import ModuleType
from typing import Any, cast

from aurora.model.errors import NotFoundError, PartError
from aurora.registry.catalogue import power_unit
from aurora.registry.declare import AnyPart, Contract, Part


@dataclass(frozen=True, slots=True)
class Registry:
    """The parts that were discovered, in the order of their ids."""

    parts: tuple[AnyPart, ...]
    _usable: dict[int, tuple[AnyPart, ...]] = field(default_factory=dict, compare=False, repr=False)  # by contract

    def of(self, contract: Contract[Any, Any, Any]) -> tuple[Part[Any, Any, Any], ...]:
        """The usable parts of one contract; which they are is worked out when it is first asked."""
        found = self._usable.get(id(contract))
        if found is None:
            found = tuple(part for part in self.parts if part.contract is contract and not part.missing)
            self._usable[id(contract)] = found
        return found

    def without(self, *prefixes: str) -> "Registry":
        """The same registry with the parts under these ids switched off."""
        return Registry(tuple(part for part in self.parts if not _under(part.id, prefixes)))

    def get(self, name: str) -> AnyPart:
        """The part with this id, or with this last word when it is the only one; raises `NotFoundError`."""
        found = [part for part in self.parts if name in (part.id, part.name)]
        if len(found) != 1:
            raise NotFoundError("part", name, next_step="`aurora modules` lists them all.")
        return found[0]


def discover(*packages: str) -> Registry:
    """Import every file below the packages and collect its one part; a file with none or two is a `PartError`.

    A part of a power unit that the catalogue does not have is a `NotFoundError`.
    """
    modules = (module for package in packages for module in _files(import_module(package)))
    return Registry(tuple(sorted((_only_part(module) for module in modules), key=lambda part: part.id)))


def packages(name: str) -> Iterator[ModuleType]:
    """The packages below a package, imported."""
    root = import_module(name)
    for info in pkgutil.walk_packages(root.__path__, f"{name}."):
        if info.ispkg:
            yield import_module(info.name)


def sift(*packages: str) -> tuple[Registry, tuple[str, ...]]:
    """Like `discover`, but a file that cannot be used costs only itself: a sentence for each beside the registry."""
    parts: list[AnyPart] = []
    faults: list[str] = []
    for package in packages:
        path, prefix = import_module(package).__path__, f"{package}."
        for info in pkgutil.walk_packages(
            path, prefix, onerror=lambda name: faults.append(f"{name} cannot be imported")
        ):
            try:
                if not info.ispkg:
                    parts.append(_only_part(import_module(info.name)))
            except Exception as error:  # noqa: BLE001 - whatever a file raises is a finding
                faults.append(f"{info.name} cannot be used: {error}")
    return Registry(tuple(sorted(parts, key=lambda part: part.id))), tuple(faults)


def _files(package: ModuleType) -> Iterator[ModuleType]:
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not info.ispkg:
            yield import_module(info.name)


def _only_part(module: ModuleType) -> AnyPart:
    declared = [
        value
        for value in vars(module).values()
        if isinstance(value, Part) and cast("Callable[..., object]", value.run).__module__ == module.__name__
    ]
    if len(declared) != 1:
        raise PartError(
            f"{len(declared)} parts are declared.", where=module.__name__, next_step="One file is one part."
        )
    if declared[0].unit:
        power_unit(declared[0].unit)
    return declared[0]


def _under(name: str, prefixes: tuple[str, ...]) -> bool:
    return any(name == prefix or name.startswith(f"{prefix}.") for prefix in prefixes)
