"""Documentation Generation: docstrings and reference pages that say what the code shows, and which docstrings lie.

Each sentence says how it is known: from the name, a declaration, a statement of the body, or a run. Examples are
doctests whose answers a run gave and that hold again; where tests fail, no run is
taken for one. What would only repeat its name is left to who wrote it.
"""

from aurora.contracts.documenting import documentation
from aurora.contracts.mode import Trial, World, mode
from aurora.contracts.prepared import prepared
from aurora.model.documentation import Documentation, Evidence, Proposal, Sentence, Style, Undocumented
from aurora.model.finding import Finding, Severity
from aurora.model.mode import Result
from aurora.model.verdict import Check
from aurora.registry.declare import Example

_BEFORE = "def half(n):\n    return n / 2\n"
_AFTER = 'def half(n):\n    """Return `n / 2`."""\n    return n / 2\n'
_ADDED = "".join(f"+{line}\n" for line in _AFTER.splitlines()[1:-1])
_DIFF = f"--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,3 @@\n def half(n):\n{_ADDED}     return n / 2\n"
_SAID = (Sentence("summary", "Return `n / 2`.", Evidence.READ),)
_PROPOSAL = Proposal("a.py", 1, "half", "Return `n / 2`.", _SAID)
_OPEN = Finding("a.py", 1, 1, "undocumented", "The function `half` has no docstring.", Severity.NOTE)
_STALE = 'def half(n):\n    """Halve.\n\n    Args:\n        m: What is halved.\n    """\n    return n / 2\n'


@mode(
    "M18",
    takes=Undocumented,
    seconds=30,
    examples=[
        Example(
            Trial(Undocumented({"a.py": _BEFORE}, examples=False), prepared()),
            Result(
                Documentation(Style.GOOGLE, 0, 1, 0, (_PROPOSAL,), (), {"a.py": _AFTER}, _DIFF),
                (
                    Check("docstrings", "0 of 1 public definitions have one", False),
                    Check("tree", "1 files parse to the same tree but for docstrings", True),
                ),
                (_OPEN,),
            ),
        ),
        Example(
            Trial(Undocumented({"a.py": _STALE}, examples=False), prepared()),
            Result(
                Documentation(Style.GOOGLE, 1, 1, 1),
                (Check("docstrings", "1 of 1 public definitions have one", True),),
                (
                    Finding(
                        "a.py",
                        5,
                        1,
                        "missing-parameter",
                        "The docstring of `half` describes other parameters, but not n.",
                        Severity.NOTE,
                        "Describe it too.",
                    ),
                    Finding(
                        "a.py",
                        5,
                        1,
                        "stale-parameter",
                        "The docstring of `half` describes `m`, which is no parameter.",
                        advice="Did you mean `n`?",
                    ),
                ),
            ),
        ),
    ],
)
def documentation_generation(given: Undocumented, world: World) -> Result[Documentation]:
    """Docstrings for what has none, stale ones told, pages; done when there was something that could be read."""
    return documentation(given, world)
