"""The loop around the decisions."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from aurora.adapters.process.memory import Faults, SimulatedWorld
from aurora.contracts.supervision import Action
from aurora.engines.luminar.state import Phase, Plan, Unit, lasting
from aurora.engines.luminar.supervisor import Supervisor
from aurora.model.service import Dependency, Service

SERVICES = (Service("db", ("run",), port=5432), Service("api", ("run",), depends_on=(Dependency("db"),)))


def supervisor(world: SimulatedWorld, kept: list[Unit]) -> Supervisor:
    return Supervisor(world, SERVICES, kept.append)


def run(one: Supervisor, world: SimulatedWorld, seconds: float) -> None:
    end = world.now() + seconds
    while world.now() < end:
        one.step(end - world.now())


def test_what_is_wanted_is_remembered_before_it_is_done() -> None:
    world, kept = SimulatedWorld(), list[Unit]()
    supervisor(world, kept).start(["db"])
    assert [(unit.service.name, unit.wanted) for unit in kept] == [("db", True)]


def test_dependants_are_told_before_anything_else_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    world, kept = SimulatedWorld(), list[Unit]()
    feature = Dependency("db", features=("search",))
    one = Supervisor(world, (SERVICES[0], replace(SERVICES[1], depends_on=(feature,))), kept.append)
    one.start()
    run(one, world, 1)
    kept.clear()
    order, do = list[str](), world.do

    def seen(actions: Iterable[Action]) -> None:
        given = tuple(actions)
        order.extend(type(each).__name__ for each in given)
        do(given)

    with monkeypatch.context() as patched:
        patched.setattr(world, "do", seen)
        patched.setattr(one, "_remember", lambda _: order.append("remembered"))
        world.kill("db")
        run(one, world, 0.0005)
    assert order[:6] == ["Report", "Report", "Tell", "Report", "remembered", "remembered"]


def test_the_status_shows_every_service_in_the_order_of_the_file() -> None:
    world = SimulatedWorld()
    one = supervisor(world, [])
    one.start()
    run(one, world, 1)
    assert [(each["name"], each["phase"], each["port"], each["starts"]) for each in one.status()] == [
        ("db", "healthy", 5432, 1),
        ("api", "healthy", None, 1),
    ]


def test_after_all_were_stopped_nothing_runs() -> None:
    world = SimulatedWorld(Faults(stubborn=1.0))
    one = supervisor(world, [])
    one.start()
    run(one, world, 1)
    assert not one.idle
    one.stop()
    run(one, world, 60)
    assert one.idle
    assert world.live == {}


def test_a_restored_service_goes_on_counting_its_instances() -> None:
    world = SimulatedWorld()
    one = supervisor(world, [])
    one.restore("db", wanted=True, epoch=7, failures=2)
    one.start(["db"])
    run(one, world, 1)
    assert (one.state.units["db"].epoch, one.state.units["db"].phase) == (8, Phase.HEALTHY)


def test_a_restored_service_knows_what_was_lasting() -> None:
    one = supervisor(SimulatedWorld(), [])
    unit = replace(one.state.units["db"], wanted=True, phase=Phase.PARKED, trips=2, why="bad", off=("x", "y"))
    unit = replace(unit, plan=Plan("full", 0.0))
    one.restore("db", epoch=4, **lasting(unit))  # type: ignore[arg-type]
    assert one.state.units["db"] == replace(unit, epoch=4)
    one.restore("db", epoch=4, phase="healthy")
    assert one.state.units["db"].phase is Phase.STOPPED


def test_a_reload_adds_and_removes_services() -> None:
    world = SimulatedWorld()
    one = supervisor(world, [])
    one.start()
    run(one, world, 1)
    one.reload([SERVICES[0], Service("new", ("run",))])
    run(one, world, 1)
    assert sorted(world.live) == ["db", "new"]
