"""Performance Analysis: where the time of a call or of the tests goes, and how it grows with the size of the input.

The code runs in the sandbox three times: as it is, profiled by functions, and watched line by line. A call that uses
`n` is run with doubled `n`, and the exponent of its growth is fitted to the logarithms.
"""

from dataclasses import dataclass, field

from aurora.contracts.mode import Trial, World, mode
from aurora.contracts.prepared import PreparedObserver, PreparedOptimizer, prepared
from aurora.model.finding import Finding, Severity, Sources
from aurora.model.hot import HotFunction, HotLine, Profile
from aurora.model.mode import Result, described
from aurora.model.verdict import Check
from aurora.registry.declare import Example

HOT = 0.2  # share of the time from which on a line is told as a finding


@dataclass(frozen=True, slots=True)
class Watched:
    """A project, and what of it is run."""

    files: Sources = field(metadata=described("the texts of the project: path -> content"))
    asked: tuple[str, ...] = field(default=(), metadata=described("the files to look at; all if empty"))
    call: str = field(
        default="", metadata=described("what to run: `shop.cart.total(list(range(n)))`; the tests if empty")
    )


_OTHERWISE = "Name what is run instead: set `call`, as in `shop.cart.total(list(range(n)))`."
_FILES = {"a.py": "def f(n):\n    return sum(range(n))\n"}
_LINE = HotLine("a.py", 2, 1, 0.9, "return sum(range(n))")
_SIZES = ((8, 0.1), (16, 0.2), (32, 0.4))
_HELP = "A rewrite may help: sum_of_items. `aurora optimize` measures it."
_SEEN = Profile(0.4, (HotFunction("a.py", 1, "f", 1, 0.4, 0.4),), (_LINE,), _SIZES, 1.0)
_REWRITES = PreparedOptimizer((("modules.autonomy.rewrites.sum_of_items", 2), ("modules.autonomy.rewrites.x", 1)))
_WORLD = prepared(observe=PreparedObserver(profile=_SEEN), optimize=_REWRITES)


@mode(
    "M3",
    takes=Watched,
    seconds=60,
    examples=[
        Example(
            Trial(Watched(_FILES, call="a.f(n)"), _WORLD),
            Result(
                _SEEN,
                (
                    Check("run", "0.4 s for one run, 1 functions and 1 lines ranked", True),
                    Check("growth", "fitted over 3 sizes", True),
                ),
                (Finding("a.py", 2, 1, "hot-line", "takes 90 % of the time, 1 times.", Severity.NOTE, _HELP),),
            ),
        ),
        Example(
            Trial(Watched(_FILES), prepared(observe=PreparedObserver(profile=Profile(trouble="There are no tests.")))),
            Result(
                Profile(trouble="There are no tests."),
                (Check("run", "There are no tests.", False, _OTHERWISE),),
                done=False,
            ),
        ),
    ],
)
def performance_analysis(given: Watched, world: World) -> Result[Profile]:
    """Functions and lines by their share of the time, and the exponent of the growth when the call uses `n`."""
    asked = given.asked or tuple(path for path in given.files if path.endswith(".py"))
    seen = world.observe.profile(given.files, asked, given.call, world.budget)
    if seen.trouble:
        return Result(seen, (Check("run", seen.trouble, False, "" if given.call else _OTHERWISE),), done=False)
    words = f"{seen.seconds:.3g} s for one run, {len(seen.functions)} functions and {len(seen.lines)} lines ranked"
    evidence = [Check("run", words, True)]
    if seen.exponent is not None:
        evidence.append(Check("growth", f"fitted over {len(seen.sizes)} sizes", True))
    hot = (
        Finding(
            each.path,
            each.line,
            1,
            "hot-line",
            f"takes {each.share:.0%} of the time, {each.hits} times.".replace("%", " %"),
            Severity.NOTE,
            _advice(world, given.files[each.path], each.line),
        )
        for each in seen.lines
        if each.share >= HOT
    )
    return Result(seen, tuple(evidence), tuple(sorted(hot)))


def _advice(world: World, text: str, line: int) -> str:
    """The rewrites that are known for the line; whether they gain is for the optimization modes to measure."""
    names = [part.rpartition(".")[2] for part, place in world.optimize.proposals(text) if place == line]
    return f"A rewrite may help: {', '.join(names)}. `aurora optimize` measures it." if names else ""
