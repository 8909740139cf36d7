"""What each intent of a chat does; every deed says what it really did."""

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType

from aurora.adapters.process.client import Client, SupervisorError
from aurora.flows import recall as memory
from aurora.flows.analyze import analyze
from aurora.flows.chat.message import Message, Waiting, ask, with_path
from aurora.flows.execute import execute, find_mode
from aurora.flows.experience import write_function
from aurora.flows.fix_code import Wishes, fix_code, undo_change
from aurora.flows.heal import Healing, heal
from aurora.flows.jobs.kinds import KINDS, request
from aurora.flows.request import request_task
from aurora.flows.run_all import plan, run_all
from aurora.flows.status import traffic
from aurora.flows.tools import Tools
from aurora.model.chat import Intent, Reply
from aurora.model.errors import AuroraError
from aurora.model.finding import Severity
from aurora.model.memory import Query

Deed = Callable[[Tools, Message], Reply]
_LATER = re.compile(r"\b(?:in the background|as a job)\b", re.IGNORECASE)
_EXAMPLE = re.compile(r"\b\w+\([^\n]*?\) == (?:'[^'\n]*'|\"[^\"\n]*\"|\[[^\]\n]*\]|[\w.-]+)")
_ASSIGN = re.compile(
    r"(?:set|change|configure) (?:the |my |your )?(.+?) (?:to|=|as) (.+?)[.!]?$", re.IGNORECASE | re.DOTALL
)
_PREFER = re.compile(r"(?:i prefer|remember that i (?:want|prefer|like)) (.+?)[.!]?$", re.IGNORECASE | re.DOTALL)
_STOP = re.compile(
    r"\b(?:stop|shut|shutdown|kill|end|terminate|halt|take|bring|turn|switch|power|quit|pause|disable)"
    r"(?: down| off)? (?:the )?(?:service )?([\w.-]+)",
    re.IGNORECASE,
)
_SHOWN = 5
_LONGEST = 1500  # characters of an output that are shown


def greet(tools: Tools, _message: Message) -> Reply:
    """Say who is there."""
    return Reply(f"Hello. I am Aurora {tools.version}. Ask for help to see what I can do.", Intent.GREET)


def help_(_tools: Tools, _message: Message) -> Reply:
    """Say what can be asked, with an example each."""
    told = (
        'status: "how are you"', 'analyse: "analyse src/shop"', 'write: "write a function that reverses a string"',
        'fix: "fix src/shop"', 'explain: "explain app.py"', 'optimise: "make src/shop/stock.py faster"',
        'recall: "do you remember the port conflict"', 'heal: "heal yourself"', 'run: "run the specs"',
        'configure: "set style to brief"', 'undo: "undo the fix in src/shop"', 'stop: "stop web"',
        'forget: "forget this conversation"',
        "any other execution mode by its purpose, when it works here",
    )  # fmt: skip
    return Reply("I can:\n" + "\n".join(f"- {each}" for each in told), Intent.HELP)


def status(tools: Tools, _message: Message) -> Reply:
    """Count the jobs and ask the services."""
    did: list[str] = []
    told: list[str] = []
    try:
        going = traffic(tools, KINDS)
        did.append("counted the jobs")
        told.append(
            f"Jobs: {going.active} active, {going.queued} queued, {going.completed} done, {going.failed} failed."
        )
    except AuroraError as error:
        told.append(f"The jobs cannot be counted: {error.what}")
    try:
        services = Client(tools.settings.luminar_port).get("status")["services"]
        did.append("asked the supervisor")
        told.append("Services: " + (", ".join(f"{each['name']} {each['phase']}" for each in services) or "none") + ".")
    except SupervisorError as error:
        told.append(f"Services: {error.what}")
    return Reply("\n".join(told), Intent.STATUS, tuple(did), ("/api/jobs",) if "counted the jobs" in did else ())


def heal_(tools: Tools, _message: Message) -> Reply:
    """Diagnose, restart what is unhealthy, verify, report."""
    made = heal(tools)
    return Reply(_told(made), Intent.HEAL, _done(made), could=made.well)


def recall(tools: Tools, message: Message) -> Reply:
    """Ask everything that was remembered, but for this conversation."""
    words = re.sub(
        r"^(?:do you )?(?:remember|recall)|^search (?:your )?memory for", "", message.words, flags=re.I
    ).strip()
    found = memory.ask(tools, Query(words or message.words, most=3 * _SHOWN))
    own = f"session {message.session}"
    other = [each.memory for each in found if each.memory.link != own][:_SHOWN]
    lines = [f"- {each.moment[:10]} {each.source} {each.outcome or 'noted'}: {each.title}" for each in other]
    text = "\n".join(lines) or "Nothing that I remember is about this."
    return Reply(text, Intent.RECALL, ("searched the memory",), tuple(each.link for each in other), could=bool(other))


def configure(tools: Tools, message: Message) -> Reply:
    """Keep a preference of the session, or show them."""
    wanted, liked = _ASSIGN.search(message.words), _PREFER.search(message.words)
    if not wanted and not liked:
        kept = memory.kept_values(tools, message.session)["preference"]
        told = "\n".join(f"{name} = {value}" for name, value in kept.items())
        return Reply(told or "There are no preferences in this session.", Intent.CONFIGURE, ("read the preferences",))
    name, value = (wanted[1], wanted[2]) if wanted else ("style", liked[1] if liked else "")
    memory.prefer(tools, message.session, name, value)
    text = (
        f"I keep {name} = {value} as a preference of this session. Settings of Aurora itself are environment variables."
    )
    return Reply(text, Intent.CONFIGURE, (f"kept the preference {name}",))


def analyse(tools: Tools, message: Message) -> Reply:
    """All findings in a file or project."""
    meant = with_path(tools, message)
    if isinstance(meant, Reply):
        return meant
    if _LATER.search(message.words):
        return _handed_over(tools, "analyze", {"path": meant.path}, message.intent)
    found = analyze(tools, Path(meant.path))
    counts = ", ".join(f"{found.count(each)} {each}s" for each in Severity)
    lines = [f"- {each.path}:{each.line} {each.rule}: {each.message}" for each in found.findings[:_SHOWN]]
    text = "\n".join([f"{meant.path}: {len(found.files)} files, {counts}.", *lines])
    return Reply(text, Intent.ANALYSE, (f"analysed {meant.path} with {', '.join(found.asked)}",))


def write(tools: Tools, message: Message) -> Reply:
    """Write one function; the examples are taken out of the words."""
    examples = tuple(_EXAMPLE.findall(message.text))
    if _LATER.search(message.words):
        payload = {"words": _LATER.sub("", message.words), "examples": list(examples)}
        return _handed_over(tools, "synthesize", payload, message.intent)
    answer, record = write_function(tools, request_task(message.words, examples=examples), tools.budget())
    did = (f"searched {answer.tried} candidates: {answer.verdict}",)
    if not answer.verdict.answered:
        reasons = " ".join(answer.judgement.reasons)
        question = f"What is {answer.question.call}?" if answer.question else ""
        known = [f"- `{each.head}`: {each.words} Say `{each.example}` when it is meant." for each in answer.suggestions]
        text = "\n".join([f"I could not write it. {reasons}".strip(), *known])
        return Reply(text, Intent.WRITE, did, question=question, could=False)
    text = f"```python\n{answer.code.strip()}\n```\nVerdict: {answer.verdict}."
    return Reply(text, Intent.WRITE, did, (f"corpus {record.id}",) if tools.settings.learning else ())


def fix(tools: Tools, message: Message) -> Reply:
    """Look for a patch without changing anything, show it, and apply it after a yes."""
    meant = with_path(tools, message)
    if isinstance(meant, Reply):
        return meant
    if _LATER.search(message.words):
        return _handed_over(tools, "fix", {"path": meant.path, "dry_run": True}, message.intent)
    made = fix_code(tools, Path(meant.path), tools.budget(), wishes=Wishes(dry_run=not message.confirmed))
    if made.applied:
        text = f"Applied to {meant.path}; `undo the fix in {meant.path}` takes it back.\n```diff\n{made.diff}\n```"
        return Reply(text, Intent.FIX, (f"repaired {meant.path}: {made.answer.verdict}", "wrote the patch"))
    if made.diff:
        shown = f"I have a patch for {meant.path} ({made.answer.verdict}).\n```diff\n{made.diff}\n```"
        asked = ask(tools, Waiting("confirm", meant), shown, "Shall I apply it?")
        return Reply(asked.text, Intent.FIX, (f"searched for a patch of {meant.path}",), question=asked.question)
    reasons = " ".join(made.answer.judgement.reasons)
    text = (
        f"I found nothing wrong in {meant.path}." if made.nothing_wrong else f"I could not fix {meant.path}. {reasons}"
    )
    return Reply(text.strip(), Intent.FIX, (f"searched for a patch of {meant.path}",), could=made.nothing_wrong)


def undo(tools: Tools, message: Message) -> Reply:
    """Take the newest fix of a project back, after a yes."""
    meant = with_path(tools, message)
    if isinstance(meant, Reply):
        return meant
    if not message.confirmed:
        return ask(
            tools, Waiting("confirm", meant), f"This takes my newest fix in {meant.path} back.", "Shall I do it?"
        )
    undone = undo_change(tools, Path(meant.path))
    return Reply(f"Restored {', '.join(undone.files)}.", Intent.UNDO, (f"undid {undone.title!r} in {meant.path}",))


def explain(tools: Tools, message: Message) -> Reply:
    """What a file, a project or pasted code defines and whether it compiles."""
    given = _given(tools, message)
    if isinstance(given, Reply):
        return given
    parameters, path = given
    made = execute(tools, "M1", parameters, path=path)
    lines = [_outlined(asdict(each)) for each in made.result.output] + [
        f"- {each.path}:{each.line} {each.message}" for each in made.result.findings[:_SHOWN]
    ]
    return Reply("\n".join(lines) or "There is no Python in it.", Intent.EXPLAIN, (f"ran {made.unit.name}",))


def forget(tools: Tools, message: Message) -> Reply:
    """Drop the conversation after a yes."""
    if not message.confirmed:
        text = f"This drops everything that was said and kept in the session {message.session}."
        return ask(tools, Waiting("confirm", message), text, "Shall I do it?")
    return Reply("", Intent.FORGET, (f"dropped {memory.forget_session(tools, message.session)} rows",))


def stop(tools: Tools, message: Message) -> Reply:
    """Stop a service after a yes."""
    named = _STOP.search(message.words)
    if named is None:
        return Reply('I don\'t know which service is meant. Name it: "stop web".', Intent.STOP, could=False)
    name = named[1]
    if not message.confirmed:
        return ask(tools, Waiting("confirm", message), f"This stops the service {name}.", "Shall I do it?")
    Client(tools.settings.luminar_port).post(f"stop/{name}")
    return Reply(
        f"{name} was told to stop; `aurora ps` shows it.", Intent.STOP, (f"asked the supervisor to stop {name}",)
    )


def run(tools: Tools, _message: Message) -> Reply:
    """Synthesise the specifications and repair the examples."""
    work = plan(tools, ())
    made, report = run_all(tools, work, tools.budget())
    text = f"Run {made.id}: {len(made.functions)} functions, {len(made.projects)} projects."
    return Reply(text, Intent.RUN, (f"did {work.size} tasks",), (str(report),))


def mode(tools: Tools, message: Message) -> Reply:
    """Run the execution mode that the words were routed to; one that changes something asks first."""
    entry = find_mode(tools, message.unit)
    if not entry.works:
        text = f"I don't know how to do {entry.unit.name} ({entry.unit.id}) yet: it lacks {', '.join(entry.missing)}."
        return Reply(text, message.intent, could=False)
    parameters: Mapping[str, object] = {}
    path: Path | None = None
    if "files" in {each.name for each in entry.parameters}:
        given = _given(tools, message)
        if isinstance(given, Reply):
            return given
        parameters, path = given
    if entry.unit.group == "autonomous" and not message.confirmed:
        return ask(tools, Waiting("confirm", message), f"{entry.unit.name} may change things.", "Shall I do it?")
    made = execute(tools, entry.unit.id, parameters, path=path)
    lines = [f"- {each.path}:{each.line} {each.message}" for each in made.result.findings[:_SHOWN]]
    head = f"{entry.unit.name}: {'done' if made.result.done else 'I could not'}, {len(made.result.findings)} findings."
    text = "\n".join([head, *lines, str(made.result.output)[:_LONGEST]])
    return Reply(text, message.intent, (f"ran {entry.unit.name} in {made.seconds:.2f} s",), could=made.result.done)


DEEDS: Mapping[Intent, Deed] = MappingProxyType(
    {
        Intent.GREET: greet, Intent.HELP: help_, Intent.STATUS: status, Intent.HEAL: heal_, Intent.RECALL: recall,
        Intent.CONFIGURE: configure, Intent.ANALYSE: analyse, Intent.WRITE: write, Intent.FIX: fix, Intent.UNDO: undo,
        Intent.EXPLAIN: explain, Intent.FORGET: forget, Intent.STOP: stop, Intent.RUN: run, Intent.OPTIMISE: mode,
        Intent.MODE: mode,
    }
)  # fmt: skip


def _given(tools: Tools, message: Message) -> tuple[Mapping[str, object], Path | None] | Reply:
    """The pasted code as a file, or the path that is meant; a question back when there is neither."""
    if message.code:
        return {"files": {"pasted.py": message.code}}, None
    meant = with_path(tools, message)
    return meant if isinstance(meant, Reply) else ({}, Path(meant.path))


def _handed_over(tools: Tools, kind: str, payload: Mapping[str, object], intent: Intent) -> Reply:
    job = tools.work().queue.submit(request(kind, payload))  # type: ignore[arg-type]
    return Reply(
        f"Handed over as job {job.id}.", intent, (f"submitted a job of kind {kind}",), (f"/api/jobs/{job.id}",)
    )


def _outlined(file: Mapping[str, object]) -> str:
    symbols = file["symbols"]
    assert isinstance(symbols, tuple)
    parts = [f"{each['kind']} {each['path']} (line {each['line']})" for each in symbols]
    state = "compiles" if file["compiles"] else "does not compile"
    return f"{file['path']}: {file['lines']} lines, {state}. It defines {', '.join(parts) or 'nothing'}."


def _told(made: Healing) -> str:
    lines = [f"I asked: {'; '.join(made.looked)}."]
    lines += [f"- {each.service} was {each.before} {f'({each.why})' if each.why else ''}: {each.did}, now {each.after}"
              for each in made.ailments]  # fmt: skip
    if not made.supervised:
        lines.append("No supervisor runs, so no service was asked and none can be restarted; `aurora up` starts one.")
    if made.well:
        lines.append(
            "What I asked is healthy now." if made.ailments else "What I asked is healthy; I restarted nothing."
        )
    elif made.supervised or made.components:
        lines.append("Not everything is healthy; `aurora logs NAME` says more.")
    return "\n".join(lines)


def _done(made: Healing) -> tuple[str, ...]:
    restarted = [each.service for each in made.ailments if each.did == "restarted"]
    mended = [each.service for each in made.ailments if each.did == "mended"]
    checked = (
        "checked the database",
        *((f"asked {made.components} components of this server",) if made.components else ()),
        *(("asked the supervisor",) if made.supervised else ()),
    )
    return (*checked, *(f"restarted {name}" for name in restarted), *(f"mended {name}" for name in mended))
