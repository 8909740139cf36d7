"""`aurora route`: which mode, knowledge and components a request needs; and how good the router is at telling."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from aurora.engines.nexus.scoring import Score
from aurora.entrypoints.cli.session import AsJson, tools
from aurora.entrypoints.cli.terminal import notes, out, print_json
from aurora.flows import route as flow
from aurora.model.errors import BadInputError, Exit
from aurora.model.routing import Routing


def route(
    context: typer.Context,
    words: Annotated[str, typer.Argument(help="The request, in your own words.")] = "",
    code: Annotated[Path | None, typer.Option(help="A file that comes with it.")] = None,
    confirm: Annotated[str, typer.Option(help="Remember that these words mean this mode: M46.")] = "",
    jsonl: Annotated[
        Path | None, typer.Option(help='Score the router on lines of {"text", "mode", "tier"?} instead.')
    ] = None,
    train: Annotated[bool, typer.Option("--train", help="Train the router anew from its written utterances.")] = False,
    to: Annotated[Path | None, typer.Option(help="With --train: another file for the weights.")] = None,
    as_json: AsJson = False,
) -> int:
    """Tell where a request goes and why. Exits 1 when it is unclear: then there is a question on stderr."""
    if train:
        target = to or flow.weights()
        print_result({"utterances": flow.train(target), "weights": str(target)}, as_json)
        return Exit.DONE
    if jsonl:
        return _score(jsonl, as_json)
    if confirm:
        flow.confirm(tools(context), words, confirm)
        print_result({"text": words, "unit": confirm}, as_json)
        return Exit.DONE
    routing = flow.route(tools(context), words, _read(code) if code else "")
    if as_json:
        print_json(flow.facts(routing))
    else:
        _show(routing)
    return Exit.DONE if routing.sure else Exit.COULD_NOT


def print_result(facts: dict[str, object], as_json: bool) -> None:
    """Say what was done, as JSON or in a line."""
    if as_json:
        print_json(facts)
    else:
        notes().print(", ".join(f"{name}: {value}" for name, value in facts.items()), markup=False)


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError(f"this cannot be read: {error}.", where=str(path)) from None


def _show(routing: Routing) -> None:
    for each in routing.modes:
        out().print(Text(f"{each.score:>6.1%}  {each.unit:<4} {each.name}"))
    out().print(Text(f"tier {routing.tier}, complexity {routing.complexity:.2f}", style="dim"))
    out().print(Text(f"needs {' '.join((*routing.capabilities, *routing.components))}", style="dim"))
    for reason in routing.reasons:
        out().print(Text(f"because {reason}", style="dim"))
    if routing.question:
        notes().print(Text(routing.question, style="yellow"))


def _score(path: Path, as_json: bool) -> int:
    score, bad = flow.evaluate(path)
    for sentence in bad:
        notes().print(Text(f"{path}, {sentence}"))
    if as_json:
        print_json(_facts(score, bad))
    else:
        _show_score(score)
    return Exit.BAD_INPUT if bad else Exit.DONE


def _facts(score: Score, bad: list[str]) -> dict[str, object]:
    shares = {name: getattr(score, name) for name in ("utterances", "top1", "top3", "ece", "sure", "sure_top1", "tier")}
    wrong = [
        {"text": each.text, "meant": each.unit, "taken": [mode.unit for mode in routing.modes[:3]]}
        for each, routing in score.wrong
    ]
    return {**shares, "confusion": [asdict(each) for each in score.confusions], "wrong": wrong, "bad_lines": bad}


def _show_score(score: Score) -> None:
    told = [
        f"{score.utterances} utterances: top-1 {score.top1:.1%}, top-3 {score.top3:.1%}",
        f"expected calibration error: {score.ece:.3f}",
        f"routed without asking back: {score.sure:.1%}",
    ]
    told += [] if score.sure_top1 is None else [f"right among those: {score.sure_top1:.1%}"]
    told += [] if score.tier is None else [f"tier: {score.tier:.1%}"]
    out().print(Text("\n".join(told)))
    for each in score.confusions:
        out().print(Text(f"{each.times:>4} times {each.meant} was taken for {each.taken}", style="dim"))
