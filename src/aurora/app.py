"""Joins the parts from Settings; the only place that does.

Each function loads what it joins, so that a command that needs little starts fast.
"""

import os
import sys
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aurora import __version__
from aurora.model.settings import Settings

if TYPE_CHECKING:
    from aurora.adapters.sandbox.interrupts import Interrupts
    from aurora.adapters.store.copied import Copied
    from aurora.adapters.store.opening import OpenStore
    from aurora.contracts.jobs import Handler
    from aurora.contracts.sandbox import Sandbox
    from aurora.engines.synthesis.engine import Synthesizer
    from aurora.engines.verify.engine import Verifier
    from aurora.flows.office import Office
    from aurora.flows.tools import Later, Tools
    from aurora.registry.discover import Registry

KNOWLEDGE = "aurora.units.knowledge"
STRATEGIES = "aurora.modules.autonomy.synthesis"
OPERATORS = "aurora.modules.autonomy.repair"
FIXERS = "aurora.modules.autonomy.fixers"
REWRITES = "aurora.modules.autonomy.rewrites"
MODES = "aurora.units.modes"
COMPONENTS = "aurora.components"


@cache
def parts() -> "Registry":
    """Every part that Aurora has."""
    from aurora.registry.discover import discover

    return discover(KNOWLEDGE, MODES, COMPONENTS, STRATEGIES, OPERATORS, FIXERS, REWRITES)


@cache
def mode_parts() -> "Registry":
    """The execution modes alone: much less to load."""
    from aurora.registry.discover import discover

    return discover(MODES)


def _open(url: str) -> "OpenStore":
    from aurora.adapters.store.opening import open_store

    return open_store(url)


def _toolbox() -> dict[str, Any]:
    """The programs of others, and what writes reports."""
    from aurora.adapters.report.overview import Overviews
    from aurora.adapters.toolbox.imports import Deptry
    from aurora.adapters.toolbox.pip import Pip
    from aurora.adapters.toolbox.ruff import Ruff
    from aurora.adapters.toolbox.ruff_server import RuffServer
    from aurora.adapters.toolbox.types import TypeCheckers
    from aurora.adapters.toolbox.uv import Uv

    linter = Ruff()
    return {
        "linter": linter,
        "kept_linter": RuffServer(linter),
        "types": TypeCheckers(),
        "imports": Deptry(),
        "resolver": Uv(),
        "press": Overviews(),
        "installer": Pip(),
    }


def _undoing(settings: Settings, sandbox: "Sandbox", opened: "Later[OpenStore]") -> dict[str, Any]:
    """What takes changes back: those of projects, and those of what was learned."""
    from aurora.adapters.projects.rollback import Snapshots
    from aurora.flows.relearn import Relearner
    from aurora.flows.tools import Later

    learner = Relearner(settings, Later(opened), sandbox, (KNOWLEDGE,))
    return {"rollback": Snapshots(settings.state.expanduser(), sandbox), "learner": learner}


def _engines(settings: Settings, sandbox: "Sandbox") -> "tuple[Synthesizer, Verifier]":
    """The search and the judge, with what was learned again of them when learning is switched on."""
    from aurora.engines.synthesis.engine import Synthesizer
    from aurora.engines.verify.engine import Verifier
    from aurora.flows.versions import Versions

    packages, versions = (KNOWLEDGE, STRATEGIES), Versions(settings.state)
    if not settings.learning:
        return Synthesizer(sandbox, packages=packages), Verifier(sandbox)

    def prior() -> tuple[str, str]:
        from aurora.flows.refreshable import prior_kind

        return versions.current(prior_kind())

    def calibration() -> tuple[str, str]:
        from aurora.flows.refreshable import calibration_kind

        return versions.current(calibration_kind())

    return Synthesizer(sandbox, packages=packages, prior=prior), Verifier(sandbox, calibration=calibration)


def join(settings: Settings) -> "Tools":
    """The tools of one process; nothing is started until it is used."""
    from aurora.adapters.git.revision import revision
    from aurora.adapters.sandbox.interrupts import Interrupts
    from aurora.adapters.sandbox.opening import open_sandbox
    from aurora.adapters.toolbox.types import TypeCheckers
    from aurora.engines.analysis.observer import Observer
    from aurora.engines.optimize.engine import Optimizer
    from aurora.engines.repair.anew import Author
    from aurora.engines.repair.engine import Repairer
    from aurora.engines.testing.engine import SuiteAuthor
    from aurora.flows.office import Door
    from aurora.flows.tools import Later, Tools

    cores, interrupts = os.cpu_count() or 1, Interrupts()
    opened = Later(lambda: _open(settings.database))
    sandbox = open_sandbox(without=settings.sandbox_without, workers=settings.jobs or cores, interrupts=interrupts)
    search, judge = _engines(settings, sandbox)
    return Tools(
        settings=settings,
        version=__version__,
        commit=revision(Path(__file__).parent),
        sandbox=sandbox,
        search=search,
        judge=judge,
        mend=Repairer(sandbox, packages=(OPERATORS, FIXERS), author=Author(search, judge), types=TypeCheckers()),
        observe=Observer(sandbox),
        optimize=Optimizer(sandbox, parts),
        tester=SuiteAuthor(sandbox),
        **_undoing(settings, sandbox, opened),
        **_toolbox(),
        discover=parts,
        modes=mode_parts,
        cores=cores,
        work=Door(lambda: open_office(settings, interrupts, cores, opened()), partial(_restore, settings)),
        store=Later(opened),
        open_store=_open,
    )


def open_office(settings: Settings, interrupts: "Interrupts", cores: int, opened: "OpenStore") -> "Office":
    """The jobs and events of the store, which is closed with them; DBOS is loaded only here."""
    from aurora.adapters.store.backup import backup
    from aurora.adapters.store.jobs import JobTable
    from aurora.engines.jobs.keeper import Care
    from aurora.engines.jobs.queue import Jobs
    from aurora.engines.jobs.worker import Worker
    from aurora.flows.jobs.kinds import KINDS
    from aurora.flows.office import Office

    store = JobTable(opened.database, opened.events)
    queue = Jobs(store, opened.events, kinds=frozenset(KINDS), limit=settings.queue_limit)
    care = Care(keep=settings.keep_days * 86_400.0)

    def executor(handlers: "Mapping[str, Handler]", slots: int) -> Worker:
        return Worker(store, handlers, slots=slots, cores=cores, care=care, guard=interrupts.during, jobs=queue)

    return Office(queue, opened.events, executor, partial(backup, opened.database), opened.close)


def _restore(settings: Settings, path: Path, force: bool) -> "Copied":
    from aurora.adapters.store.backup import restore

    return restore(settings.database, path, force=force)


def main() -> None:
    """The console script."""
    from aurora.entrypoints.cli.glance import glance

    status = glance(sys.argv[1:], os.environ)
    if status is not None:
        sys.exit(status)
    from aurora.entrypoints.cli.main import run

    run(join, os.environ)
