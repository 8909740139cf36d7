import pytest

from aurora.entrypoints.http.guard.serving import check_binding, server_options
from aurora.flows import keys
from aurora.flows.tools import Tools
from aurora.model.errors import ExposedError
from aurora.model.key import Scope
from aurora.model.settings import Settings


def test_beyond_loopback_a_server_starts_only_with_a_usable_key(tools: Tools) -> None:
    for host in ("127.0.0.1", "::1", "localhost"):
        check_binding(tools, host)
    for host in ("0.0.0.0", "::", "192.168.1.5", "aurora.internal", ""):
        with pytest.raises(ExposedError, match="aurora keys create"):
            check_binding(tools, host)
    issued = keys.create(tools, "test", Scope.READ)
    check_binding(tools, "0.0.0.0")
    keys.revoke(tools, issued.key.id)
    with pytest.raises(ExposedError):
        check_binding(tools, "0.0.0.0")


def test_the_server_keeps_the_bounds_that_are_set() -> None:
    options = server_options(Settings(http_read_seconds=3.0, http_connections=7))
    assert (options["http"].head_seconds, options["limit_concurrency"]) == (3.0, 7)
    assert options["proxy_headers"] is False
