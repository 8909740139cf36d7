"""The world of a supervisor on Linux, with real processes."""

import errno
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from aurora.adapters.process import identity
from aurora.adapters.process.beside import Beside
from aurora.adapters.process.ends import Signals
from aurora.adapters.process.machine import AMID_START, Machine
from aurora.adapters.process.records import Record, Records
from aurora.contracts.supervision import (
    Adopted,
    Alarm,
    Answered,
    Ask,
    End,
    Exited,
    Rang,
    Report,
    SetTimer,
    Spawn,
    Spawned,
    SpawnFailed,
    Stimulus,
    Tell,
)
from aurora.model.service import Check, Dependency, Service
from tests.adapters.process.machines import machine_in, next_of

SLEEPER = Service("a", (sys.executable, "-c", "import time; time.sleep(99)"))


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    with machine_in(tmp_path) as one:
        yield one


class Hung(Beside):
    """A disk that does not answer for its service."""

    def now(self, path: Path, *_: object, **__: object) -> NoReturn:
        raise TimeoutError(errno.ETIMEDOUT, "its disk does not answer", str(path))


def test_a_service_whose_disk_hangs_is_not_started_and_says_why(tmp_path: Path) -> None:
    machine = Machine(tmp_path, beside=Hung(tmp_path))
    machine.do([Spawn(Service("a", ("true",), Path("/net")), 1)])
    assert machine.stimuli(0) == [SpawnFailed("a", 1, "its disk does not answer: /net")]
    machine.close()


def test_a_service_that_cannot_be_started_says_why(machine: Machine) -> None:
    machine.do([Spawn(Service("a", ("/nowhere/at-all",)), 1)])
    (failed,) = machine.stimuli(0)
    assert isinstance(failed, SpawnFailed)
    assert "No such file" in failed.why


def test_a_process_is_recorded_before_and_after_its_start_and_its_end_is_seen(machine: Machine, tmp_path: Path) -> None:
    machine.do([Spawn(SLEEPER, 3)])
    spawned = next_of(machine, Spawned)
    assert isinstance(spawned, Spawned)
    record = Records(tmp_path / "records.jsonl").read()["a"]
    assert (record.epoch, record.pid, record.boot) == (3, spawned.pid, identity.boot())
    os.kill(spawned.pid, signal.SIGKILL)
    assert next_of(machine, Exited) == Exited("a", 3, -9)
    assert Records(tmp_path / "records.jsonl").read()["a"].pid == spawned.pid
    heir = Machine(tmp_path)
    assert heir.adopt(SLEEPER) == [Adopted("a", 3, spawned.pid), Exited("a", 3, None)]
    heir.close()
    machine.stimuli(0)  # from here on the end counts as decided upon
    assert Records(tmp_path / "records.jsonl").read()["a"].pid == 0


def test_an_end_that_is_in_the_journal_is_not_told_again(machine: Machine, tmp_path: Path) -> None:
    machine.do([Spawn(SLEEPER, 3)])
    os.kill(machine.instances["a"].pid, signal.SIGKILL)
    next_of(machine, Exited)
    machine.do([Report("service.failed", "a", {"epoch": 3})])
    heir = Machine(tmp_path)
    assert heir.adopt(SLEEPER) == []
    heir.close()


def test_what_a_full_disk_does_not_take_is_written_when_it_can(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_record: Record) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(machine.records, "write", full)
        machine.keep("a", wanted=True)
        machine.save()
    assert Records(tmp_path / "records.jsonl").read() == {}
    machine.save()
    assert Records(tmp_path / "records.jsonl").read() == {"a": Record("a", wanted=True, number=1)}


def test_the_end_of_an_earlier_instance_is_not_asked_of_this_one(machine: Machine) -> None:
    machine.do([Spawn(SLEEPER, 2)])
    machine.do([End(SLEEPER, 1, force=True), Ask("a", 1, Check("file", "/"))])
    assert identity.runs(machine.instances["a"].identity)
    machine.do([End(SLEEPER, 2)])
    assert next_of(machine, Exited) == Exited("a", 2, -15)


def test_questions_are_repeated_until_another_one_is_asked(machine: Machine) -> None:
    machine.do([Spawn(SLEEPER, 1), Ask("a", 1, Check("file", "/", interval=0.01))])
    for _ in range(3):
        assert next_of(machine, Answered) == Answered("a", 1, well=True)
    machine.do([Ask("a", 1, Check("file", "/nowhere", interval=0.01))])
    while (answer := next_of(machine, Answered)) == Answered("a", 1, well=True):
        pass
    assert answer == Answered("a", 1, well=False, why="No such file or directory")


def test_one_that_is_ready_is_not_asked_again_whether_it_is(machine: Machine) -> None:
    machine.do([Spawn(SLEEPER, 1), Ask("a", 1, Check("file", "/"), ready=True)])
    assert next_of(machine, Answered) == Answered("a", 1, well=True, ready=True)
    machine.do([SetTimer("a", 1, Alarm.STABLE, machine.now() + 0.2)])
    came = list[Stimulus]()
    while Rang("a", 1, Alarm.STABLE) not in came:
        came += machine.stimuli(0.5)
    assert not [each for each in came if isinstance(each, Answered)]


def test_a_program_that_was_there_before_does_not_make_an_instance_ready(machine: Machine) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        one = replace(SLEEPER, port=other.getsockname()[1], fixed_port=True)
        machine.do([Spawn(one, 1), Ask("a", 1, Check("tcp"), ready=True)])
        answer = next_of(machine, Answered)
        machine.do([Ask("a", 1, Check("file", "/"))])  # and no more by tcp
        next_of(machine, Answered)
    assert isinstance(answer, Answered)
    assert (answer.well, f"pid {os.getpid()}" in answer.why) == (False, True)


def test_the_pid_file_of_a_dead_process_is_removed_before_a_start(machine: Machine, tmp_path: Path) -> None:
    dead = subprocess.Popen(["true"])
    dead.wait()
    (tmp_path / "a.pid").write_text(f"{dead.pid}\n", "utf-8")
    machine.do([Spawn(replace(SLEEPER, folder=tmp_path, pid_files=("a.pid",)), 1)])
    assert not (tmp_path / "a.pid").exists()
    event = machine.journal.recent[-1]
    assert (event["type"], event["data"]) == ("pid_file.removed", {"path": str(tmp_path / "a.pid")})


def test_without_descriptors_of_processes_ends_are_seen_by_their_signal(tmp_path: Path) -> None:
    earlier = signal.getsignal(signal.SIGCHLD)
    machine = Machine(tmp_path, ends=Signals)
    machine.do([Spawn(SLEEPER, 1)])
    os.kill(machine.instances["a"].pid, signal.SIGKILL)
    assert next_of(machine, Exited) == Exited("a", 1, -9)
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, earlier)
    machine.close()


def test_a_taken_port_is_reassigned_and_dependants_are_told(machine: Machine) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        db = Service("my-db", SLEEPER.command, port=taken)
        machine.do([Spawn(db, 1)])
    given = machine.instances["my-db"].port
    assert given != taken
    conflict = machine.journal.recent[-1]
    assert (conflict["type"], conflict["data"]["holder"]) == ("port.conflict", os.getpid())
    machine.do([Spawn(Service("api", SLEEPER.command, depends_on=(Dependency("my-db"),)), 1)])
    assert machine.instances["api"].environment["MY_DB_PORT"] == str(given)


def test_timers_reports_and_news_are_carried_out(machine: Machine, tmp_path: Path) -> None:
    machine.do([SetTimer("a", 1, Alarm.RETRY, machine.now()), Report("x.y", "a", {"n": 1}), Tell("a", ("search",))])
    assert next_of(machine, Rang) == Rang("a", 1, Alarm.RETRY)
    assert machine.journal.recent[-1]["type"] == "x.y"
    assert (tmp_path / "features" / "a").read_text("utf-8") == "search\n"


def test_another_machine_adopts_what_runs(machine: Machine, tmp_path: Path) -> None:
    machine.do([Spawn(SLEEPER, 5)])
    pid = machine.instances["a"].pid
    second = Machine(tmp_path)
    assert second.adopt(SLEEPER) == [Adopted("a", 5, pid, 0)]
    os.kill(pid, signal.SIGKILL)
    machine.instances["a"].child.wait()  # type: ignore[union-attr]
    with (tmp_path / "exits.jsonl").open("w") as exits:
        exits.write(f'{{"pid": {pid}, "ticks": {second.instances["a"].identity.ticks}, "status": -9}}\n')
    assert next_of(second, Exited) == Exited("a", 5, -9)
    second.close()
    next_of(machine, Exited)


def test_an_instance_that_was_started_but_not_recorded_is_found_by_its_token(machine: Machine, tmp_path: Path) -> None:
    machine.do([Spawn(SLEEPER, 5)])
    instance = machine.instances["a"]
    Records(tmp_path / "records.jsonl").write(Record("a", True, 5, instance.token, boot=identity.boot()))
    second = Machine(tmp_path)
    assert second.adopt(SLEEPER) == [Adopted("a", 5, instance.pid, 0)]
    assert Records(tmp_path / "records.jsonl").read()["a"].ticks == instance.identity.ticks
    second.close()


def test_an_instance_that_was_not_recorded_and_ended_is_known_from_the_keeper(tmp_path: Path) -> None:
    Records(tmp_path / "records.jsonl").write(Record("a", True, 5, "token", boot=identity.boot()))
    orphan = '{"pid": 4194304, "ticks": 1, '  # no pid is so great
    (tmp_path / "exits.jsonl").write_text(f'{orphan}"token": "token"}}\n{orphan}"status": 3}}\n', "utf-8")
    machine = Machine(tmp_path)
    assert machine.adopt(SLEEPER) == [Adopted("a", 5, 4194304), Exited("a", 5, 3)]
    machine.close()


def test_an_instance_whose_token_nobody_could_read_is_known_unless_it_may_be_another(tmp_path: Path) -> None:
    records, nameless = Records(tmp_path / "records.jsonl"), '"status": 3, "token": ""}\n'
    records.write(Record("a", True, 5, "token", ticks=7, boot=identity.boot()))
    records.write(Record("b", True, 2, "other", 4194303, 7, identity.boot()))
    (tmp_path / "exits.jsonl").write_text(
        f'{{"pid": 4194302, "ticks": 6, {nameless}{{"pid": 4194303, "ticks": 7, {nameless}'
        f'{{"pid": 4194304, "ticks": 7, {nameless}',
        "utf-8",
    )
    machine = Machine(tmp_path)
    assert machine.adopt(SLEEPER) == [Adopted("a", 5, 4194304), Exited("a", 5, 3)]
    machine.close()


def test_an_earlier_instance_is_buried_before_the_next_is_meant(machine: Machine) -> None:
    machine.do([Spawn(Service("a", (sys.executable, "-c", "")), 1)])
    first = machine.instances["a"]
    next_of(machine, Exited)
    assert first.child is not None
    assert first.child.returncode is None
    machine.do([Spawn(SLEEPER, 2)])
    assert first.child.returncode == 0


def test_only_what_is_no_child_is_handed_over(machine: Machine, tmp_path: Path) -> None:
    machine.do([Spawn(SLEEPER, 5)])
    second = Machine(tmp_path)
    second.adopt(SLEEPER)
    ((file, who),) = second.hand_over()
    assert who == machine.instances["a"].identity
    second.close()
    os.kill(who.pid, signal.SIGKILL)
    assert select.select([file], [], [], 20)[0] == [file]
    os.close(file)
    assert machine.hand_over() == []
    next_of(machine, Exited)


def test_an_instance_of_which_nothing_could_be_recorded_is_found_by_its_token(machine: Machine, tmp_path: Path) -> None:
    machine.do([Spawn(SLEEPER, 5)])
    pid = machine.instances["a"].pid
    for record in (Record("a", True, 4), Record("a", True, 4, "old", pid, 1, "another boot", phase="healthy"), None):
        (tmp_path / "records.jsonl").unlink()
        if record:
            Records(tmp_path / "records.jsonl").write(record)
        second = Machine(tmp_path)
        assert second.adopt(SLEEPER) == [Adopted("a", 5, pid, 0)]
        second.close()


def test_an_instance_of_an_earlier_boot_or_a_meant_start_that_never_was_is_not_adopted(tmp_path: Path) -> None:
    records = Records(tmp_path / "records.jsonl")
    records.write(Record("a", True, 2, "nobody", os.getpid(), 1, "another boot"))
    records.write(Record("b", True, 4, "nobody-either"))
    records.write(Record("c", True))
    machine = Machine(tmp_path)
    assert machine.adopt(SLEEPER) == [Adopted("a", 2, os.getpid()), Exited("a", 2, None)]
    assert machine.adopt(Service("b", ("x",))) == [
        Adopted("b", 4, 0),
        SpawnFailed("b", 4, AMID_START),
    ]
    assert machine.adopt(Service("c", ("x",))) == []
    assert machine.adopt(Service("d", ("x",))) == []
    machine.close()


def test_what_is_wanted_outlives_the_process(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    machine.keep("a", wanted=True, failures=2)
    machine.close()
    heir = Machine(tmp_path)
    assert heir.known() == {"a": Record("a", wanted=True, failures=2, number=1)}
    heir.close()


def test_who_is_asked_for_help_gets_the_end_of_the_log_and_nobody_else_does(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "logs" / "a.log").write_text("started\nKeyError: 'a'\n", "utf-8")
    machine.do([Report("service.failed", "a", {"why": "x"}), Report("heal.escalated", "a", {"why": "x"})])
    failed, escalated = (each["data"] for each in machine.journal.since(0))
    assert (failed, escalated) == ({"why": "x"}, {"why": "x", "log": ["started", "KeyError: 'a'"]})


def test_a_record_that_a_full_disk_does_not_take_is_known_to_the_next_supervisor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Machine(tmp_path)
    first.keep("a", wanted=True, epoch=3)
    with monkeypatch.context() as full:
        full.setattr(Records, "write", refuse)
        first.keep("a", epoch=4, token="t")
        first.save()
        again = Machine(tmp_path)
        known = again.known()["a"]
        assert (known.wanted, known.epoch, known.token) == (True, 4, "t")
        again.close()
    first.save()
    first.keep("a", epoch=5)
    first.close()
    last = Machine(tmp_path)
    assert last.known()["a"].epoch == 5
    assert [each["type"] for each in last.journal.recent] == ["record.kept"]
    last.close()


def refuse(records: Records, record: Record) -> None:
    raise OSError(errno.ENOSPC, "full")
