"""Which folders of the machine a sandboxed program may read: the system, its interpreter, Aurora's own source."""

import stat
import sys
from collections.abc import Mapping
from pathlib import Path

import aurora

SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/nix/store")
SYSTEM_FILES = ("/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/alternatives", "/etc/mime.types")
DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")
SCRATCH = "/sandbox/scratch"
"""Where the scratch folder lies when programs have a root of their own."""


def readable() -> tuple[str, ...]:
    """The existing folders and files that are granted, each under its name and under its real one."""
    package = Path(aurora.__file__).parent
    interpreter = (sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix)
    wanted = [Path(name).absolute() for name in (*SYSTEM, *SYSTEM_FILES, *interpreter, package)]
    found = {str(path) for name in wanted for path in (name, name.resolve()) if path.exists()}
    return tuple(sorted(found - {"/"}))


def open_to_all() -> bool:
    """Whether every user may pass the folders above the interpreter."""
    above = {folder for name in (sys.prefix, sys.base_prefix) for folder in Path(name).resolve().parents}
    return all(folder.stat().st_mode & stat.S_IXOTH for folder in above)


def environment(scratch: str) -> dict[str, str]:
    """All the variables that a sandboxed program sees."""
    return {
        "PATH": f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin",
        "HOME": scratch,
        "TMPDIR": scratch,
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def write(folder: str, files: Mapping[str, bytes]) -> None:
    """Write `files` below `folder`."""
    for name, content in files.items():
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def empty(folder: Path) -> None:
    """Remove all that lies in `folder`, without following links."""
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            entry.chmod(0o700)
            empty(entry)
            entry.rmdir()
        else:
            entry.unlink()
