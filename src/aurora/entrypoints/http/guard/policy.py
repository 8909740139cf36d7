"""What each route needs: its scope, its rate, whether it is heavy; the route says it, the OpenAPI shows it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aurora.model.key import Scope

_SCOPE, _RATE, _HEAVY = "x-scope", "x-rate", "x-heavy"
_SAFE = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, slots=True)
class Rule:
    """What one route needs; `name` tells routes apart where requests are counted."""

    name: str
    scope: Scope
    rate: str = ""  # empty: what the settings say
    heavy: bool = False


def needs(scope: Scope, *, rate: str = "", heavy: bool = False) -> dict[str, Any]:
    """What a route says of itself, as its `openapi_extra`."""
    return {_SCOPE: str(scope), **({_RATE: rate} if rate else {}), **({_HEAVY: True} if heavy else {})}


class Policy:
    """The rules of an application by method and path, read from its OpenAPI description.

    A path that is not described needs `read` to be read, and `admin` for anything else.
    """

    def __init__(self, openapi: Mapping[str, Any]) -> None:
        self._exact: dict[tuple[str, str], Rule] = {}
        self._narrow: dict[str, list[tuple[re.Pattern[str], Rule]]] = {}
        self._deep: dict[str, list[tuple[re.Pattern[str], Rule]]] = {}  # a parameter that holds a path
        for path, methods in openapi.get("paths", {}).items():
            for method, operation in methods.items():
                rule = _rule(method.upper(), path, operation)
                if "{" in path:
                    self._narrow.setdefault(method.upper(), []).append((_pattern(path, "[^/]+"), rule))
                    self._deep.setdefault(method.upper(), []).append((_pattern(path, ".+"), rule))
                else:
                    self._exact[method.upper(), path] = rule

    def rule(self, method: str, path: str) -> Rule:
        """The rule for a request; of several that fit equally, the one that asks for most."""
        method = "GET" if method == "HEAD" else method
        exact = self._exact.get((method, path))
        if exact is not None:
            return exact
        for patterns in (self._narrow, self._deep):
            fitting = [rule for pattern, rule in patterns.get(method, ()) if pattern.fullmatch(path)]
            if fitting:
                return max(fitting, key=lambda rule: list(Scope).index(rule.scope))
        return Rule("undescribed", Scope.READ if method in _SAFE else Scope.ADMIN)


def _rule(method: str, path: str, operation: Mapping[str, Any]) -> Rule:
    scope = operation.get(_SCOPE) or (Scope.READ if method in _SAFE else Scope.ADMIN)
    return Rule(f"{method} {path}", Scope(scope), operation.get(_RATE, ""), bool(operation.get(_HEAVY)))


def _pattern(path: str, parameter: str) -> re.Pattern[str]:
    pieces = re.split(r"\{[^}]*\}", path)
    return re.compile(parameter.join(re.escape(piece) for piece in pieces))
