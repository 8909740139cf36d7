"""What Aurora is asked to do: tasks to synthesise and to repair."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Condition:
    """One pre- or postcondition, as written and as it is checked.

    `expression` is a Python expression over the parameters, and over `ret` in a postcondition; it is empty when
    `invariant` names a known one ("commutative" over the parameters in `over`) or the words cannot be checked.
    """

    words: str
    expression: str = ""
    invariant: str = ""
    over: tuple[str, ...] = ()

    @property
    def checkable(self) -> bool:
        """Whether there is something to run."""
        return bool(self.expression or self.invariant)


@dataclass(frozen=True, slots=True)
class SynthesisTask:
    """One function to be written.

    `asserts` are the examples as Python `assert` statements; `setup` is code that they need; `library` is the source
    of functions that the answer may call.
    """

    prompt: str
    name: str = ""
    signature: str = ""  # "def f(a: int) -> str", empty when unknown
    setup: str = ""
    asserts: tuple[str, ...] = ()
    preconditions: tuple[Condition, ...] = ()
    postconditions: tuple[Condition, ...] = ()
    library: Mapping[str, str] = field(default_factory=dict)  # name -> source


@dataclass(frozen=True, slots=True)
class RepairTask:
    """One project to be repaired; only the `target` files may change."""

    files: Mapping[str, str]  # relative path -> text
    target: tuple[str, ...]
    issue: str = ""  # words or a traceback
    tests: Mapping[str, str] = field(default_factory=dict)  # pytest files, the failing ones among them
    timeout: float = 10.0  # seconds that one run of the tests may take
    reference: Mapping[str, str] = field(default_factory=dict)  # a correct version, when there is one
    earlier: Mapping[str, str] = field(default_factory=dict)  # a version that passed; what changed since may be wanted
    data: Mapping[str, bytes] = field(default_factory=dict)  # other files that the tests may open


@dataclass(frozen=True, slots=True)
class Budget:
    """What one search may use, and what earlier runs taught about where to look first."""

    seconds: float = 20.0
    memory_mb: int = 1024
    seed: int = 0
    steps: int = 0  # of work that a search may do, the same on every machine; 0: its seconds alone end it
    bias: Mapping[str, float] = field(default_factory=dict)  # part id -> -1 (last) to 1 (first); order only, no verdict
