"""Asking instances whether they are ready, quickly, and whether they are well, again and again."""

from collections.abc import Callable, Mapping
from functools import partial

from aurora.adapters.process import obstacles
from aurora.adapters.process.asking import ask
from aurora.adapters.process.beside import Beside
from aurora.adapters.process.diagnosis import Doors
from aurora.adapters.process.instance import Instance
from aurora.adapters.process.loop import Loop
from aurora.contracts.processes import Ends, Processes
from aurora.contracts.supervision import Answered, Ask, Stimulus
from aurora.model.service import NEEDING_PORT

TIMED = NEEDING_PORT | {"exec"}  # kinds of checks that the service takes a time to answer
QUICK = 0.02  # seconds between the looks at an instance that is not ready yet
RARELY = 0.25  # seconds between the connections to a port on which nobody is seen to listen
SOONER = 0.25  # of an interval, until the next look at a process that is stopped
STOPPED = "the process is stopped (SIGSTOP)"


class Questions:
    """Asks instances, each until it is ready or another question is asked; what they answer is said."""

    def __init__(
        self,
        loop: Loop,
        instances: Mapping[str, Instance],
        say: Callable[[Stimulus], None],
        processes: Processes,
        ends: Ends,
        beside: Beside,
    ) -> None:
        self._loop, self._instances, self._say = loop, instances, say
        self._system = processes, ends, beside
        self._doors = Doors(loop.now)

    def ask(self, action: Ask) -> None:
        """Ask an instance from now on; after another question, when an interval is over."""
        instance = self._instances.get(action.name)
        if instance is None or instance.epoch != action.epoch:
            return
        instance.asked += 1
        now, first = self._loop.now(), instance.asked == 1
        if first or action.ready:
            self._look(instance, action, instance.asked, now)
        else:  # many that become ready at one time are busy enough
            self._loop.at(now + action.check.interval, partial(self._look, instance, action, instance.asked, now))

    def _look(self, instance: Instance, action: Ask, number: int, asked: float) -> None:
        """Ask, unless the kernel shows nobody who could answer; one that it does not show is asked for now and then.

        `asked` is the last time of that. A process that is stopped answers nothing, though the kernel takes calls for
        it: that is a bad answer at once, and no limit of time has to pass.
        """
        if not self._valid(instance, action, number):
            return
        now, check = self._loop.now(), action.check
        if (
            action.ready
            and check.kind in NEEDING_PORT
            and now < asked + max(RARELY, check.interval)
            and not self._doors.open(instance.port)
        ):
            self._loop.at(now + min(check.interval, QUICK), partial(self._look, instance, action, number, asked))
        elif not action.ready and _stopped(instance):
            self._say(Answered(action.name, action.epoch, well=False, why=STOPPED))
            self._loop.at(now + check.interval * SOONER, partial(self._look, instance, action, number, now))
        else:
            answer = partial(self._answered, instance, action, number, now)
            ask(self._loop, check, instance.whom, *self._system, answer, ready=action.ready)

    def _answered(self, instance: Instance, action: Ask, number: int, asked: float, well: bool, why: str) -> None:
        if not self._valid(instance, action, number):
            return
        check = action.check
        if well and not action.ready and check.kind in TIMED:
            instance.took(self._loop.now() - asked)
        if well and action.ready and check.kind in NEEDING_PORT:
            why = obstacles.impostor(instance.port, instance.identity, instance.token)
            well = not why
        self._say(Answered(action.name, action.epoch, well, why, ready=action.ready))
        if not (well and action.ready):
            pause = min(check.interval, QUICK) if action.ready else check.interval
            self._loop.at(asked + pause, partial(self._look, instance, action, number, asked))

    def _valid(self, instance: Instance, action: Ask, number: int) -> bool:
        return self._instances.get(action.name) is instance and instance.asked == number


def _stopped(instance: Instance) -> bool:
    """Whether no thread of a process runs, by a signal; one that a debugger holds is in another state."""
    try:
        return instance.meter.sample().state == "T"
    except ProcessLookupError:
        return False
