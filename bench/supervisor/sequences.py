"""Sequences of faults and commands in virtual time: `python -m bench.supervisor.sequences [COUNT] [FIRST]`.

Each seed draws how often starts fail, instances crash, hang or ignore the stop signal, and 25 commands of a user. Never
two live instances of a service, never one that a user stopped, none started before what it needs or stopped before who
needs it, and at the end every service is where it should be or says why not.
"""

import random
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from aurora.adapters.process.memory import Faults, SimulatedWorld
from aurora.contracts.supervision import Action, Breached, End, Foreseen, Loaded, RestartWanted, Spawn
from aurora.engines.luminar.state import Phase
from aurora.engines.luminar.supervisor import Supervisor
from aurora.model.service import Check, Condition, Dependency, Foresight, Policy, Restart, Service

WELL = Check("http", "/", interval=1.0, timeout=1.0)
FORESIGHT = Foresight(quiet=0.5, checks=1, margin=2.0)
POLICY = Policy(delay=0.5, retries=2, cooldown=5, trips=1, stable=3)
SERVICES = (
    Service("db", ("run",), policy=POLICY, health=WELL, foreseen=FORESIGHT),
    Service(
        "api",
        ("run",),
        policy=POLICY,
        health=WELL,
        ready=WELL,
        ready_within=3.0,
        depends_on=(Dependency("db"),),
        foreseen=FORESIGHT,
    ),
    Service("web", ("run",), policy=POLICY, depends_on=(Dependency("api", Condition.STARTED),)),
    Service("job", ("run",), policy=replace(POLICY, restart=Restart.ON_FAILURE), depends_on=(Dependency("db"),)),
)


@dataclass
class JudgedWorld(SimulatedWorld):
    """A simulated world that looks at the order of what it is asked to do."""

    supervisor: Supervisor | None = None
    disorder: list[str] = field(default_factory=list)

    def do(self, actions: Iterable[Action]) -> None:
        """Carry actions out, and note those that come too early."""
        wanted = tuple(actions)
        for action in wanted:
            if isinstance(action, Spawn):
                self._judge_start(action)
            elif isinstance(action, End) and not action.force:  # by force goes on what has begun
                self._judge_stop(action)
        super().do(wanted)

    def _judge_start(self, action: Spawn) -> None:
        units = self.supervisor.state.units if self.supervisor else {}
        for each in action.service.depends_on:
            if not units[each.name].reaches(each.condition):
                self.disorder.append(
                    f"{action.service.name} was started while {each.name} was {units[each.name].phase}"
                )

    def _judge_stop(self, action: End) -> None:
        units = self.supervisor.state.units if self.supervisor else {}
        name = action.service.name
        if units[name].wanted or units[name].blame:
            return
        for other in units.values():
            needs = any(each.name == name for each in other.service.depends_on)
            if needs and not other.wanted and other.phase.alive:
                self.disorder.append(f"{name} was stopped while {other.service.name} was {other.phase}")


def wrong(seed: int) -> list[str]:
    """What does not hold in the sequence of a seed."""
    chance = random.Random(seed)
    world = JudgedWorld(Faults(*(chance.random() * 0.5 for _ in range(4))), seed)
    supervisor = world.supervisor = Supervisor(world, SERVICES, lambda _: None, seed=seed)
    supervisor.start(["web", "job"])
    for _ in range(25):
        _go(supervisor, world, chance.random() * 4)
        _command(supervisor, world, chance)
    units = supervisor.state.units
    stopped, spawned = {name for name, unit in units.items() if not unit.wanted}, len(world.spawns)
    _go(supervisor, world, 1000)
    late = {name for _, name, _ in world.spawns[spawned:]} & stopped
    found = [f"{world.overlaps} instances beside a living one"] * bool(world.overlaps) + world.disorder
    found += [f"{name} was started though a user had stopped it" for name in late]
    for name, unit in supervisor.state.units.items():
        if (name in world.live) is not unit.phase.alive or (name in stopped and unit.phase.alive):
            found.append(f"{name} is {unit.phase}, and {'runs' if name in world.live else 'does not run'}")
        if (unit.phase is Phase.PARKED and not unit.advice) or (unit.phase is Phase.WAITING and not unit.why):
            found.append(f"{name} is {unit.phase} and does not say why")
    return found


def _go(supervisor: Supervisor, world: SimulatedWorld, seconds: float) -> None:
    end = world.now() + seconds
    while world.now() < end:
        supervisor.step(end - world.now())


def _command(supervisor: Supervisor, world: SimulatedWorld, chance: random.Random) -> None:
    name = chance.choice(list(supervisor.state.units))
    epoch = supervisor.state.units[name].epoch
    match chance.randrange(8):
        case 0:
            supervisor.stop([name])
        case 1 | 2:
            supervisor.start([name])
        case 3:
            supervisor.tell(RestartWanted(name, "random"))
        case 4:
            world.kill(name)
        case 5:
            supervisor.tell(Foreseen(name, epoch, chance.choice((None, world.now() + 10 * chance.random())), "random"))
        case 6:
            supervisor.tell(Loaded(name, epoch, chance.random(), 0.5))
        case _:
            supervisor.tell(Breached(name, epoch, "memory", "random"))


def main(count: int, first: int = 0) -> int:
    """Run, print, and return how many sequences do not hold."""
    bad = 0
    for seed in range(first, first + count):
        found = wrong(seed)
        bad += bool(found)
        for line in found:
            print(f"seed {seed}: {line}", flush=True)
    print(f"{count} sequences from seed {first}, {bad} of them wrong")
    return bad


if __name__ == "__main__":
    given = sys.argv[1:] + ["10000", "0"][len(sys.argv) - 1 :]
    sys.exit(main(int(given[0]), int(given[1])))
