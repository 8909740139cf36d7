"""Joins the parts from Settings; the only place that does."""

import os
from functools import cache
from pathlib import Path

from aurora import __version__
from aurora.adapters.git.revision import revision
from aurora.adapters.sandbox.opening import open_sandbox
from aurora.adapters.toolbox.ruff import Ruff
from aurora.engines.repair.anew import Author
from aurora.engines.repair.engine import Repairer
from aurora.engines.synthesis.engine import Synthesizer
from aurora.engines.verify.engine import Verifier
from aurora.entrypoints.cli.main import run
from aurora.flows.tools import Tools
from aurora.model.settings import Settings
from aurora.registry.discover import Registry, discover

KNOWLEDGE = "aurora.units.knowledge"
STRATEGIES = "aurora.modules.autonomy.synthesis"
OPERATORS = "aurora.modules.autonomy.repair"
FIXERS = "aurora.modules.autonomy.fixers"
MODES = "aurora.units.modes"


@cache
def parts() -> Registry:
    """Every part that Aurora has."""
    return discover(KNOWLEDGE, MODES, STRATEGIES, OPERATORS, FIXERS)


def join(settings: Settings) -> Tools:
    """The tools of one process; nothing is started until it is used."""
    cores = os.cpu_count() or 1
    sandbox = open_sandbox(without=settings.sandbox_without, workers=settings.jobs or cores)
    search, judge = Synthesizer(sandbox, packages=(KNOWLEDGE, STRATEGIES)), Verifier(sandbox)
    return Tools(
        settings=settings,
        version=__version__,
        commit=revision(Path(__file__).parent),
        sandbox=sandbox,
        search=search,
        judge=judge,
        mend=Repairer(sandbox, packages=(OPERATORS, FIXERS), author=Author(search, judge)),
        linter=Ruff(),
        discover=parts,
        cores=cores,
    )


def main() -> None:
    """The console script."""
    run(join, os.environ)
