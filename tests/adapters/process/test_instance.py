"""One process of a service."""

import os
from pathlib import Path

from aurora.adapters.process import identity
from aurora.adapters.process.instance import Instance
from aurora.adapters.process.usage import Meter
from aurora.model.service import Service


def test_an_instance_says_whom_a_check_asks(tmp_path: Path) -> None:
    me = identity.of(os.getpid())
    assert me is not None
    service = Service("a", ("run",), tmp_path)
    file = os.pidfd_open(me.pid)
    one = Instance(service, 1, me, "t", file, Meter(me.pid), tmp_path / "log", 7, 5.0, {"PORT": "80"}, 80)
    assert one.pid == me.pid
    assert (one.whom.port, one.whom.log_begin, one.whom.folder, one.whom.born) == (80, 7, tmp_path, 5.0)
    one.close()
