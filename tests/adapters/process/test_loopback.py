"""The address that everything listens on."""

from ipaddress import ip_address

from aurora.adapters.process.loopback import HOST


def test_nothing_beyond_this_machine_reaches_it() -> None:
    assert ip_address(HOST).is_loopback
