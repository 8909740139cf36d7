"""Takes every right from a forked process that a program does not need."""

import contextlib
import os
import resource
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from aurora.adapters.sandbox.inside import kernel, landlock, places, seccomp
from aurora.adapters.sandbox.inside.namespaces import Namespaces
from aurora.adapters.sandbox.inside.supervision import Rlimits

_BOOT_AND_SERVER = 2


@dataclass(slots=True)
class Confinement:
    """How programs of one server are confined; a layer that the kernel does not offer is None."""

    namespaces: Namespaces
    owner: int  # the user id of programs
    scratch: str
    private_root: bool
    paths: landlock.Ruleset | None = None
    calls: seccomp.Filter | None = None
    _changes_user: bool = False
    own_processes: int = 0  # of Aurora's own, that count against the limit of a program

    def __post_init__(self) -> None:
        self._changes_user = self.owner != os.geteuid()
        if self._changes_user:
            os.setgroups([])
        else:
            self.own_processes = _BOOT_AND_SERVER
        with contextlib.suppress(OSError):
            self.paths = self._ruleset(None)
        with contextlib.suppress(OSError):
            self.calls = seccomp.Filter()

    def _ruleset(self, proc: int | None) -> landlock.Ruleset:
        readable = ("/",) if self.private_root else (*places.readable(), *places.DEVICES)
        # its own scratch folder is mounted anew, which a rule would not survive; nothing else beside it is writable
        writable = str(Path(self.scratch).parent) if self.private_root else self.scratch
        return landlock.Ruleset(readable, (writable, "/dev/null"), proc)

    def put_on(self, bounds: Rlimits, files: Mapping[str, bytes], proc: int | None = None) -> None:
        """Confine this process and write its files; a guest keeps its open procfs `proc`.

        Raises `OSError` when anything that was promised fails.
        """
        paths = self.paths if proc is None or self.paths is None else self._ruleset(proc)
        self._change_user()
        os.chdir(self.scratch)
        places.write(self.scratch, files)
        restrict_resources(bounds)
        kernel.forbid_new_privileges()
        if paths is not None:
            paths.put_on()
        if self.calls is not None:
            self.calls.put_on()

    def means(self, *, watched: bool) -> dict[str, list[str]]:
        """Protection -> by what it is enforced here; `watched` says that process trees can be looked at."""
        left = self.namespaces.left
        landlock = [f"Landlock ABI {self.paths.abi}"] if self.paths else []
        seccomp = ["seccomp filter"] if self.calls else []
        root = ["root file system of its own"] if self.private_root else []
        pids = ["PID namespace"] if "PID" in left else ["adoption of orphans"]
        user = [f"user id {self.owner}"] if self._changes_user else []
        return {
            "network": ["network namespace"] * ("network" in left) + seccomp,
            "filesystem": root + landlock,
            "processes": [*pids, *user, "RLIMIT_NPROC"],
            "memory": ["RLIMIT_AS", *["watch over the process tree"] * watched],
            "time": ["wall clock of the server", "RLIMIT_CPU"],
            "file size": ["RLIMIT_FSIZE"],
            "output": ["watch over the output"],
            "privileges": [*user, "no capabilities", "no_new_privs", *seccomp],
        }

    def _change_user(self) -> None:
        if self._changes_user:  # which gives up the capabilities too
            os.setresgid(self.owner, self.owner, self.owner)
            os.setresuid(self.owner, self.owner, self.owner)
        else:
            kernel.drop_capabilities()


def restrict_resources(bounds: Rlimits) -> None:
    """Set the resource limits of this process."""
    for kind, pair in bounds:
        resource.setrlimit(kind, pair)
