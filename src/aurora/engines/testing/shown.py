"""Recorded cases as calls that people read: those that say it all in one line."""

from collections.abc import Iterable, Mapping

from aurora.engines.testing.choose import Recorded
from aurora.engines.testing.targets import Kind, Target
from aurora.model.documentation import Shown

_EMPTY = frozenset({"None", "''", "[]", "{}", "()", "set()", "0", "0.0", "False"})
_LONGEST = 70  # characters of a call, and of its answer


def shown_calls(targets: Mapping[str, Target], recorded: Iterable[Recorded]) -> tuple[Shown, ...]:
    """The cases that are one call each, whose answer is one line and all that happened.

    First those that go more ways of decisions, then those that give more than something empty, then the shortest; one
    case for each set of ways.
    """
    found: dict[object, tuple[tuple[int, bool, int], Shown]] = {}
    for each in recorded:
        shown = _shown(targets[each.case.target], each)
        if shown is not None:
            length = len(shown.call) + len(shown.answer) + len(shown.message)
            rank = (-len(each.goals), shown.answer in _EMPTY, length)
            key = (shown.target, each.goals, shown.raised)
            if key not in found or rank < found[key][0]:
                found[key] = (rank, shown)
    return tuple(shown for _, shown in sorted(found.values(), key=lambda pair: pair[0]))


def _shown(target: Target, each: Recorded) -> Shown | None:
    case, done = each.case, each.done
    if case.before or done.get("changed") or done.get("state") or done.get("form") == "run":
        return None
    call = f"{case.receiver}.{target.short}" if case.receiver else case.target
    if target.kind is not Kind.PROPERTY:
        call += f"({', '.join(case.arguments)})"
    call = f"list({call})" if done.get("form") == "list" else call
    raised, message = (done["shown"], done["message"]) if done["kind"] == "raised" else ("", "")
    answer = "" if raised else done["shown"]
    if raised and (not done["explicit"] or done["module"] not in ("builtins", "")):
        return None
    if max(len(call), len(answer), len(message)) > _LONGEST or set("\n\r") & set(call + answer + message):
        return None
    return Shown(case.target, call, answer, raised, message)
