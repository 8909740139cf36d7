"""Decides of each request whether it may come in, and as whom; what it refuses it says why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aurora.contracts.keys import Keys
from aurora.entrypoints.http.guard.audit import Audit, Request
from aurora.entrypoints.http.guard.exchange import Bounds, too_large
from aurora.entrypoints.http.guard.head import Head, check_path, cookie, is_forwarded, read_head
from aurora.entrypoints.http.guard.keyring import ANYBODY, LOCAL, Keyring, Principal
from aurora.entrypoints.http.guard.origin import check_host, check_origin, is_address, is_loopback
from aurora.entrypoints.http.guard.policy import Policy, Rule
from aurora.entrypoints.http.guard.rate import Rates
from aurora.entrypoints.http.guard.refusal import Refusal
from aurora.entrypoints.http.guard.turns import Turns
from aurora.flows.tools import Tools
from aurora.model.errors import StoreError
from aurora.model.key import Scope
from aurora.model.settings import Settings

_SAFE = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, slots=True)
class Admitted:
    """A request that may come in."""

    principal: Principal
    rule: Rule
    request: Request

    @property
    def is_audited(self) -> bool:
        """Whether the audit log must have it before it is done."""
        return self.rule.scope.allows(Scope.CHANGE)


class Gate:
    """The rules of one server; `host` is where it is bound."""

    def __init__(self, tools: Tools, host: str) -> None:
        settings = tools.settings
        self.settings: Settings = settings
        self.exposed = not is_loopback(host)
        self._store = tools.store
        self.keyring = Keyring(self.keys)
        self.audit = Audit(lambda: tools.store().events)
        self.rates = Rates(settings.http_rate)
        self.turns = Turns(settings.http_heavy or 2 * tools.cores)
        self.bounds = Bounds(settings.http_body_kb * 1024, settings.http_read_seconds, settings.http_timeout)
        self.cookie = "__Host-aurora_session" if self.exposed else "aurora_session"
        self._names = frozenset(name.lower() for name in settings.http_names | {host})

    def keys(self) -> Keys:
        """The keys of the store, which is opened when they are first needed."""
        return self._store().keys

    async def admit(self, scope: Mapping[str, Any], policy: Policy, request: Request) -> Admitted:
        """Let a request in; raises `Refusal`."""
        head = read_head(scope["headers"])
        check_host(head, self._names, exposed=self.exposed)
        check_origin(head, request.method)
        check_path(scope)
        principal = await self.principal(head, request.address)
        rule = Rule("/ws", Scope.READ) if scope["type"] == "websocket" else policy.rule(request.method, request.path)
        request.who = principal.name
        self._check_scope(principal, rule)
        self._check_csrf(head, principal, request.method)
        who = principal.name if principal not in (LOCAL, ANYBODY) else request.address
        self.rates.hit(who, rule.name, rule.rate)
        self._check_length(head)
        return Admitted(principal, rule, request)

    async def principal(self, head: Head, address: str) -> Principal:
        """Who asks; raises `Refusal` for a secret that opens nothing, and when the keys cannot be read."""
        try:
            secret = _secret(head)
            if secret:
                found = await self.keyring.by_secret(secret)
                if found is None:
                    raise _unknown("This key opens nothing: it is not known, has ended, or was revoked.")
                return found
            if not self.needs_key(head, address):
                return LOCAL
            token = cookie(head, self.cookie.encode())
            return (await self.keyring.by_session(token) if token else None) or ANYBODY
        except StoreError:
            raise Refusal(503, "store", "The keys cannot be read now.", retry_after=5) from None

    def needs_key(self, head: Head, address: str) -> bool:
        """Whether a key is needed: always but on a server of this machine that is asked from it directly."""
        away = is_address(address) and not is_loopback(address)
        return bool(self.exposed or self.settings.http_keys or away or is_forwarded(head))

    def _check_scope(self, principal: Principal, rule: Rule) -> None:
        if principal.scope.allows(rule.scope):
            return
        if principal is ANYBODY:
            raise _unknown(f"This needs a key with the scope {rule.scope}: `Authorization: Bearer SECRET`.")
        raise Refusal(403, "scope", f"This needs the scope {rule.scope}; {principal.name} has {principal.scope}.")

    def _check_csrf(self, head: Head, principal: Principal, method: str) -> None:
        if method in _SAFE or not principal.session:
            return
        if not principal.is_csrf(head.get(b"x-csrf-token", b"")):
            raise Refusal(
                403, "csrf", "A change with a cookie needs the header X-CSRF-Token with the csrf of GET /api/session."
            )

    def _check_length(self, head: Head) -> None:
        length = head.get(b"content-length", b"0")
        if not length.isdigit():
            raise Refusal(400, "length", "The content-length is no number.", ends_connection=True)
        if int(length[:20]) > self.bounds.body:
            raise too_large(self.bounds.body)


def _secret(head: Head) -> str:
    """The secret that a request brings; empty when it brings none."""
    kind, _, secret = head.get(b"authorization", b"").partition(b" ")
    if kind and kind.lower() != b"bearer":
        raise _unknown("Only `Authorization: Bearer SECRET` is understood.")
    return (secret.strip() or head.get(b"x-api-key", b"")).decode("latin-1")


def _unknown(detail: str) -> Refusal:
    return Refusal(401, "key", detail, headers=((b"www-authenticate", b'Bearer realm="aurora"'),))
