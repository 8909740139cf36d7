"""Starting Luminar with the session or the machine: what systemd, launchd and the task scheduler of Windows read."""

import plistlib
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from xml.etree import ElementTree

LABEL = "aurora.luminar"
UP, DOWN = ("-m", "aurora", "up", "--wait", "0"), ("-m", "aurora", "down", "--wait", "60")
_SCHEMA = "http://schemas.microsoft.com/windows/2004/02/mit/task"


class Starter(StrEnum):
    """What starts programs on a system."""

    SYSTEMD = "systemd"
    LAUNCHD = "launchd"
    WINDOWS = "windows"


@dataclass(frozen=True, slots=True)
class Start:
    """What is to be started: an interpreter that has Aurora, where, and the settings as environment variables."""

    python: str
    folder: Path
    environment: Mapping[str, str]


def definition(starter: Starter, start: Start) -> bytes:
    """The file that a starter reads, as it must be on the disk."""
    match starter:
        case Starter.SYSTEMD:
            return _systemd(start).encode()
        case Starter.LAUNCHD:
            return _launchd(start)
        case Starter.WINDOWS:
            return _windows(start)


def place(starter: Starter, home: Path) -> Path:
    """Where a user's definition belongs."""
    match starter:
        case Starter.SYSTEMD:
            return home / ".config/systemd/user/aurora.service"
        case Starter.LAUNCHD:
            return home / f"Library/LaunchAgents/{LABEL}.plist"
        case Starter.WINDOWS:
            return home / "aurora-luminar.xml"


def switch_on(starter: Starter, path: Path) -> str:
    """The command that makes a starter use a definition from now on."""
    match starter:
        case Starter.SYSTEMD:
            return "systemctl --user enable --now aurora  (and `loginctl enable-linger`, to start before you log in)"
        case Starter.LAUNCHD:
            return f"launchctl bootstrap gui/$(id -u) '{path}'"
        case Starter.WINDOWS:
            return f'schtasks /create /tn Aurora /xml "{path}"'


def _systemd(start: Start) -> str:
    """`aurora up` leaves the keeper and Luminar in the unit when it returns; `-`: an ill service must not end them."""
    environment = "".join(f"Environment={_quoted(f'{name}={value}')}\n" for name, value in start.environment.items())
    return f"""[Unit]
Description=The services that Aurora keeps alive
After=network.target

[Service]
Type=oneshot
RemainAfterExit=yes
WorkingDirectory={str(start.folder).replace("%", "%%")}
{environment}ExecStart=-{_command(start.python, *UP)}
ExecStop={_command(start.python, *DOWN)}
TimeoutStopSec=90

[Install]
WantedBy=default.target
"""


def _quoted(word: str) -> str:
    """A word as systemd reads it: `systemd.syntax(7)`, and `%` for its specifiers."""
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%") + '"'


def _command(*words: str) -> str:
    """A command line as systemd reads it, where `$` would begin a variable."""
    return " ".join(_quoted(word).replace("$", "$$") for word in words)


def _launchd(start: Start) -> bytes:
    return plistlib.dumps(
        {
            "Label": LABEL,
            "ProgramArguments": [start.python, *UP],
            "WorkingDirectory": str(start.folder),
            "EnvironmentVariables": dict(start.environment),
            "RunAtLoad": True,
            "KeepAlive": {"SuccessfulExit": False},  # until it came up
            "AbandonProcessGroup": True,  # `aurora up` returns; the services stay
        }
    )


def _windows(start: Start) -> bytes:
    """A task has no environment of its own, so the settings are part of the command."""
    code = (
        f"import os, runpy, sys; os.environ.update({dict(start.environment)!r}); "
        f"sys.argv[1:] = {list(UP[2:])!r}; runpy.run_module({UP[1]!r}, run_name='__main__')"
    )
    task = ElementTree.Element("Task", {"version": "1.2", "xmlns": _SCHEMA})
    about = ElementTree.SubElement(task, "RegistrationInfo")
    ElementTree.SubElement(about, "Description").text = "The services that Aurora keeps alive"
    ElementTree.SubElement(ElementTree.SubElement(task, "Triggers"), "LogonTrigger")
    settings = ElementTree.SubElement(task, "Settings")
    failed = ElementTree.SubElement(settings, "RestartOnFailure")
    for name, value in (("Interval", "PT1M"), ("Count", "10")):
        ElementTree.SubElement(failed, name).text = value
    for name, value in {
        "MultipleInstancesPolicy": "IgnoreNew",
        "DisallowStartIfOnBatteries": "false",
        "StopIfGoingOnBatteries": "false",
        "Hidden": "true",
        "ExecutionTimeLimit": "PT0S",
    }.items():
        ElementTree.SubElement(settings, name).text = value
    run = ElementTree.SubElement(ElementTree.SubElement(task, "Actions"), "Exec")
    ElementTree.SubElement(run, "Command").text = start.python
    ElementTree.SubElement(run, "Arguments").text = subprocess.list2cmdline(["-c", code])
    ElementTree.SubElement(run, "WorkingDirectory").text = str(start.folder)
    return bytes(ElementTree.tostring(task, encoding="utf-16", xml_declaration=True))
