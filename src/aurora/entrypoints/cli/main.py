"""The `aurora` command: its subcommands, and how errors become a sentence and an exit status."""

import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

import typer

from aurora.entrypoints.cli.session import Session
from aurora.entrypoints.cli.terminal import complain
from aurora.model.errors import AuroraError, BadInputError, Exit
from aurora.model.settings import Settings

if TYPE_CHECKING:
    from aurora.flows.tools import Tools

COMMANDS: Mapping[str, tuple[str, str]] = {  # name -> module:function below this package, example
    "run": ("run_specs:run", "aurora run   ·   aurora run specs/text.md --budget 60"),
    "synth": ("synth:synth", "aurora synth 'the longest word of a text' --example \"f('to be sure') == 'sure'\""),
    "fix": ("fix:fix", "aurora fix src/shop --test 'pytest -q' --dry-run   ·   aurora fix src/shop --undo"),
    "analyze": ("analyze:analyze", "aurora analyze src/   ·   aurora analyze app.py --json"),
    "optimize": (
        "optimize:optimize",
        "aurora optimize src/shop --dry-run   ·   aurora optimize a.py --function f",
    ),
    "document": (
        "document:document",
        "aurora document src/shop   ·   aurora document . --check   ·   aurora document a.py --style numpy --apply",
    ),
    "overview": ("overview:overview", "aurora overview src/shop   ·   aurora overview . --out build/report"),
    "test": (
        "write_tests:write",
        "aurora test src/shop.py --function total   ·   aurora test src/shop.py --out test_shop.py",
    ),
    "units": ("survey:units", "aurora units --kind knowledge --level proven"),
    "modules": ("survey:modules", "aurora modules --json"),
    "components": ("components:components", "aurora components   ·   aurora components --drill C22"),
    "check": ("survey:check", "aurora check"),
    "backup": ("backup:backup", "aurora backup /backups/aurora-monday.db"),
    "restore": ("backup:restore", "aurora restore /backups/aurora-monday.db"),
    "events": ("events:events", "aurora events --type job.failed   ·   aurora events --follow"),
    "report": ("report:report", "aurora report latest"),
    "compare": ("compare:compare", "aurora compare release latest   ·   aurora compare latest --keep release"),
    "route": ("route:route", 'aurora route "why is the export so slow"   ·   aurora route --jsonl requests.jsonl'),
    "chat": (
        "chat:chat",
        'aurora chat   ·   aurora chat "heal yourself"   ·   aurora chat "fix src/shop" --session shop',
    ),
    "recall": ("recall:recall", 'aurora recall "port conflict"   ·   aurora recall "missing key" --source fix'),
    "serve": ("serve:serve", "aurora serve   ·   aurora serve --port 8080"),
    "init": ("begin:init", "aurora init   ·   aurora init --file deploy/aurora.toml"),
    "up": ("services:up", "aurora up   ·   aurora up web --file deploy/aurora.toml"),
    "down": ("services:down", "aurora down   ·   aurora down web"),
    "ps": ("services:ps", "aurora ps   ·   aurora ps --json"),
    "stop": ("services:stop", "aurora stop web"),
    "restart": ("services:restart", "aurora restart web"),
    "reload": ("services:reload", "aurora reload"),
    "predictions": ("predictions:predictions", "aurora predictions   ·   aurora predictions --json"),
    "logs": ("services:logs", "aurora logs web --lines 100"),
    "sweep": ("sweep:sweep", "aurora sweep   ·   aurora sweep --delete"),
    "autostart": ("autostart:autostart", "aurora autostart systemd   ·   aurora autostart launchd --write"),
    "rollout": ("rollout:rollout", "aurora rollout plan.toml   ·   aurora rollout plan.toml --json"),
}
GROUPS: Mapping[str, str] = {
    "eval": "evaluate",
    "jobs": "jobs",
    "corpus": "corpus",
    "learn": "learn",
    "session": "sessions",
    "mode": "modes",
    "keys": "keys",
    "systems": "systems",
}  # -> module
_NEED_WORDS = frozenset(
    {
        "synth",
        "fix",
        "analyze",
        "optimize",
        "document",
        "overview",
        "test",
        "stop",
        "restart",
        "logs",
        "autostart",
        "recall",
        "compare",
        "backup",
        "restore",
    }
)


def application(words: Sequence[str] = ()) -> typer.Typer:
    """The command line: with the one command that the words begin with, so that no other is loaded, or with all."""
    cli = typer.Typer(
        name="aurora",
        help="An autonomous engineer for Python code: offline, and it never claims what it did not do.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        rich_markup_mode="rich",
    )
    cli.callback()(_several)
    first = words[0] if words else ""
    for name in [first] if first in COMMANDS else [] if first in GROUPS else COMMANDS:
        place, example = COMMANDS[name]
        module, _, function = place.partition(":")
        command = getattr(_module(module), function)
        cli.command(name, epilog=f"Example:  {example}", no_args_is_help=name in _NEED_WORDS)(command)
    for name in [first] if first in GROUPS else [] if first in COMMANDS else GROUPS:
        cli.add_typer(_module(GROUPS[name]).cli, name=name)
    return cli


def _several() -> None:
    """One command alone would lose its name without this."""


def _module(name: str) -> ModuleType:
    return import_module(f"aurora.entrypoints.cli.{name}")


def run(join: Callable[[Settings], "Tools"], environment: Mapping[str, str]) -> None:
    """Run the command line of this process and exit with its status."""
    sys.exit(status(join, environment, sys.argv[1:]))


def status(join: Callable[[Settings], "Tools"], environment: Mapping[str, str], words: list[str]) -> int:
    """Run one command; returns its exit status."""
    session = Session(join, environment)
    try:
        code = application(words)(words, prog_name="aurora", obj=session, standalone_mode=False)
        return int(code or Exit.DONE)
    except typer.Exit as leaving:
        return leaving.exit_code
    except typer.TyperException as error:
        complain(BadInputError(f"{error.format_message().rstrip('.')}.", next_step="See --help."))
        return Exit.BAD_INPUT
    except AuroraError as error:
        complain(error)
        return error.exit
    except (KeyboardInterrupt, typer.Abort):
        return Exit.INTERRUPTED
    except Exception:  # noqa: BLE001 - the last resort: an internal error with its traceback
        traceback.print_exc()
        return Exit.INTERNAL
    finally:
        session.close()
