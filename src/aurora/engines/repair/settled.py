"""What a candidate may leave behind in the modules of a project, and how it is put back (guest side)."""

import enum
import functools
import re
import sys
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import (
    BuiltinFunctionType,
    FunctionType,
    GetSetDescriptorType,
    MappingProxyType,
    MemberDescriptorType,
    MethodDescriptorType,
    MethodType,
    ModuleType,
    NoneType,
)
from typing import Any

_STILL = frozenset(
    {"typing", "logging", "decimal", "fractions", "datetime", "pathlib", "operator", "random", "inspect", "uuid"}
    | {"_thread", "_abc", "_collections", "__future__", "_pytest.fixtures"}
)
"""Modules whose values are immutable, or as good."""
_PLAIN = (
    int, float, complex, str, bytes, NoneType, type(...), range, re.Pattern, enum.Enum,
    ModuleType, MethodDescriptorType, MemberDescriptorType, GetSetDescriptorType,
)  # fmt: skip
_CONTAINERS = (list, dict, set, deque, defaultdict, OrderedDict, Counter)
_MOST = 500  # containers that are put back before each candidate
_LARGEST = 5_000  # items of one of them
_BUILT = 1 << 9  # flag of a type that Python code made


@dataclass(slots=True)
class Settled:
    """Looks at values: some cannot be changed by running code, some can be put back, all others are refused."""

    own: frozenset[str]  # names of the modules whose classes and objects are looked into
    _seen: set[int] = field(default_factory=set)
    _restore: list[Callable[[], object]] = field(default_factory=list)

    def of(self, modules: Iterable[ModuleType]) -> bool:
        """Whether `restore` puts everything in these modules back that a test can change for the next one."""
        return all(self._names(module) for module in modules)

    def restore(self) -> None:
        """Put back what was seen."""
        for put_back in self._restore:
            put_back()

    def _settles(self, value: Any) -> bool:
        if isinstance(value, _PLAIN) or type(value) is object:
            return True
        if id(value) in self._seen:
            return True
        if isinstance(value, FunctionType):
            return self._all((*(value.__defaults__ or ()), *(value.__kwdefaults__ or {}).values(), *_cells(value)))
        if isinstance(value, tuple | frozenset):
            return self._all(value)
        if isinstance(value, staticmethod | classmethod | MethodType):
            return self._settles(value.__func__) and self._settles(getattr(value, "__self__", None))
        if isinstance(value, BuiltinFunctionType):
            return isinstance(value.__self__, ModuleType | type | None) or self._settles(value.__self__)
        if isinstance(value, functools.partial):
            return self._all((value.func, *value.args, *value.keywords.values()))
        return self._of_type(value) if isinstance(value, type) else self._of_object(value)

    def _of_type(self, value: type) -> bool:
        self._seen.add(id(value))
        return value.__module__ not in self.own or self._names(value)

    def _names(self, owner: ModuleType | type) -> bool:
        self._restore.append(functools.partial(_bind_again, owner, dict(vars(owner))))
        return self._all(_values(owner))

    def _of_object(self, value: Any) -> bool:
        """Containers and plain objects of the project are copied; a cache of results is emptied."""
        self._seen.add(id(value))
        kind = type(value)
        if kind in _CONTAINERS:
            return self._contains(value)
        if isinstance(value, functools._lru_cache_wrapper):
            self._restore.append(value.cache_clear)
            return self._settles(value.__wrapped__)
        if isinstance(value, MappingProxyType):
            return self._all((*value, *value.values()))
        if all(self._written(each) for each in kind.__mro__[:-1]):
            return self._fills(value) and self._contains(getattr(value, "__dict__", {}))
        return isinstance(value, property) or kind.__module__ in _STILL

    def _written(self, kind: type) -> bool:
        """Whether a class is written in Python, so that its objects keep what they know in names and slots."""
        source = getattr(sys.modules.get(kind.__module__), "__file__", None) or ""
        return bool(kind.__flags__ & _BUILT) and (kind.__module__ in self.own or source.endswith(".py"))

    def _fills(self, value: Any) -> bool:
        """Whether what is in the slots of an object is settled; the slots are filled again."""
        own = (member for each in type(value).__mro__ for member in vars(each).values())
        slots = [member for member in own if isinstance(member, MemberDescriptorType)]
        filled = {slot: slot.__get__(value) for slot in slots if hasattr(value, slot.__name__)}
        self._restore.append(functools.partial(_fill_again, value, slots, filled))
        return self._all(filled.values())

    def _contains(self, value: Any) -> bool:
        if len(self._restore) >= _MOST or len(value) > _LARGEST:
            return False  # to put it back would take longer than to import it again
        self._restore.append(functools.partial(_put_back, value, value.copy()))
        return self._all((*value, *value.values()) if isinstance(value, dict) else value)

    def _all(self, values: Iterable[Any]) -> bool:
        return all(self._settles(each) for each in values)


def _put_back(value: Any, copy: Any) -> None:
    value.clear()
    (value.extend if isinstance(value, list | deque) else value.update)(copy)


def _fill_again(value: Any, slots: Iterable[Any], filled: Mapping[Any, object]) -> None:
    """Put into the slots of an object what was in them, and leave those empty that were."""
    for slot in slots:
        if slot in filled:
            slot.__set__(value, filled[slot])
        elif hasattr(value, slot.__name__):
            slot.__delete__(value)


def _bind_again(owner: ModuleType | type, names: Mapping[str, object]) -> None:
    """Give the names of a module or class the values that they had, and take the others away."""
    now = vars(owner)
    for name in [name for name in now if name not in names]:
        delattr(owner, name)
    for name, value in names.items():
        if now.get(name, names) is not value:
            setattr(owner, name, value)


def _cells(function: FunctionType) -> Iterator[Any]:
    for cell in function.__closure__ or ():
        try:
            yield cell.cell_contents
        except ValueError:  # still empty
            continue


def _values(owner: ModuleType | type) -> Iterator[Any]:
    return (value for name, value in vars(owner).items() if not (name.startswith("__") and name.endswith("__")))
