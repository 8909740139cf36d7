"""What starts Luminar with the session."""

import ast
import plistlib
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from aurora.adapters.process.autostart import LABEL, Start, Starter, definition, place, switch_on

ODD = 'a "b" 100% $HOME \\x'
SCHEMA = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


@pytest.fixture
def start(tmp_path: Path) -> Start:
    folder = tmp_path / "my project 100%"
    folder.mkdir()
    python = folder / "python"
    python.symlink_to("/bin/true")
    return Start(str(python), folder, {"AURORA_STATE": ODD, "AURORA_LUMINAR_PORT": "5025"})


def test_systemd_starts_and_stops_it_with_every_word_as_it_is(start: Start) -> None:
    lines = definition(Starter.SYSTEMD, start).decode().splitlines()
    assert 'Environment="AURORA_STATE=a \\"b\\" 100%% $HOME \\\\x"' in lines
    python = start.python.replace("%", "%%")
    assert f'ExecStart=-"{python}" "-m" "aurora" "up" "--wait" "0"' in lines
    assert f'ExecStop="{python}" "-m" "aurora" "down" "--wait" "60"' in lines


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed")
def test_systemd_itself_finds_nothing_wrong_with_it(start: Start, tmp_path: Path) -> None:
    unit = tmp_path / "aurora.service"
    for text, said in (definition(Starter.SYSTEMD, start), False), (b"[Service]\nType=nonsense\n", True):
        unit.write_bytes(text)
        ran = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False)
        about = [line for line in ran.stderr.splitlines() if unit.name in line]
        assert bool(about) is said, ran.stderr


def test_launchd_reads_the_words_the_settings_and_that_the_services_stay(start: Start) -> None:
    given = plistlib.loads(definition(Starter.LAUNCHD, start))
    assert given["ProgramArguments"] == [start.python, "-m", "aurora", "up", "--wait", "0"]
    assert given["EnvironmentVariables"] == start.environment
    assert (given["Label"], given["RunAtLoad"], given["AbandonProcessGroup"]) == (LABEL, True, True)
    assert given["KeepAlive"] == {"SuccessfulExit": False}


def test_the_task_of_windows_names_the_interpreter_and_gives_it_the_settings(start: Start) -> None:
    text = definition(Starter.WINDOWS, start)
    assert text.decode("utf-16").startswith("<?xml version='1.0' encoding='utf-16'?>")
    task = ElementTree.fromstring(text)
    assert task.findtext(f".//{SCHEMA}Command") == start.python
    assert task.findtext(f".//{SCHEMA}ExecutionTimeLimit") == "PT0S"
    option, code = words(task.findtext(f".//{SCHEMA}Arguments") or "")
    assert option == "-c"
    updated = next(each for each in ast.walk(ast.parse(code)) if isinstance(each, ast.Dict))
    assert ast.literal_eval(updated) == start.environment


def test_the_task_of_windows_has_what_its_schema_wants_and_is_started_again_when_it_fails(start: Start) -> None:
    task = ElementTree.fromstring(definition(Starter.WINDOWS, start))
    assert (task.tag, task.get("version")) == (f"{SCHEMA}Task", "1.2")
    parts = [each.tag.removeprefix(SCHEMA) for each in task]
    assert (sorted(parts), len(set(parts))) == (["Actions", "RegistrationInfo", "Settings", "Triggers"], 4)
    assert {name: task.findtext(f".//{SCHEMA}RestartOnFailure/{SCHEMA}{name}") for name in ("Interval", "Count")} == {
        "Interval": "PT1M",
        "Count": "10",
    }
    (run,) = task.findall(f"{SCHEMA}Actions/{SCHEMA}Exec")
    assert [each.tag.removeprefix(SCHEMA) for each in run] == ["Command", "Arguments", "WorkingDirectory"]


def words(line: str) -> list[str]:
    """A command line as the C runtime of Windows splits it: backslashes count before a quote only."""
    found, word, quoted, number = list[str](), "", False, 0
    while number < len(line):
        slashes = len(line[number:]) - len(line[number:].lstrip("\\"))
        number += slashes
        if line[number : number + 1] == '"':
            word += "\\" * (slashes // 2)
            if slashes % 2:
                word += '"'
            else:
                quoted = not quoted
            number += 1
        else:
            word += "\\" * slashes
            if line[number : number + 1] == " " and not quoted:
                found, word = [*found, word], ""
            else:
                word += line[number : number + 1]
            number += 1
    return [*found, word]


@pytest.mark.parametrize("starter", Starter)
def test_a_definition_has_a_place_in_the_home_and_a_command_that_switches_it_on(starter: Starter) -> None:
    path = place(starter, Path("/home/me"))
    assert path.is_relative_to("/home/me")
    assert path.stem in switch_on(starter, path) or starter is Starter.SYSTEMD
