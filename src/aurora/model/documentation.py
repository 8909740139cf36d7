"""What documentation says of code, and how each sentence of it is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from aurora.model.finding import Sources
from aurora.model.mode import described


class Evidence(StrEnum):
    """How a sentence is known, the least first."""

    NAME = "name"  # it says a name again, in words
    DECLARED = "declared"  # an annotation, a default, a base
    READ = "read"  # a statement of the body says so
    RUN = "run"  # it was seen when the code ran

    @property
    def rank(self) -> int:
        """Its place in the order, 0 to 3."""
        return tuple(Evidence).index(self)


class Style(StrEnum):
    """How docstrings are laid out."""

    REST = "rest"
    GOOGLE = "google"
    NUMPY = "numpy"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One statement of a docstring: about the whole (no `about`), or a parameter, error or result by its name."""

    kind: str  # "summary", "note", "parameter", "attribute", "returns", "yields", "raises", "example"
    text: str
    evidence: Evidence
    about: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A docstring for a definition that has none; `text` is as it stands between the quotes, not indented."""

    path: str
    line: int
    name: str  # "f" or "Account.deposit"
    text: str
    sentences: tuple[Sentence, ...]

    @property
    def evidence(self) -> Evidence:
        """The best evidence of a sentence."""
        return max((each.evidence for each in self.sentences), key=lambda each: each.rank)

    def enough(self, least: Evidence) -> bool:
        """Whether this much is known, and more than its name is said of it unless names are enough."""
        head = next((each.evidence for each in self.sentences if each.kind == "summary"), Evidence.NAME)
        return self.evidence.rank >= least.rank and (head is not Evidence.NAME or least is Evidence.NAME)


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A definition of which too little is known to write a docstring."""

    path: str
    line: int
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One call of a module's function and what it did, the same each time: source text of the answer, or an error."""

    target: str
    call: str
    answer: str = ""
    raised: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Documentation:
    """What was written, and what it rests on."""

    style: Style
    detected: int  # docstrings of the project that have this style; 0: none showed one
    public: int  # definitions
    documented: int  # of them, before
    proposals: tuple[Proposal, ...] = ()
    unsaid: tuple[Unsaid, ...] = ()
    changed: Mapping[str, str] = field(default_factory=dict)
    diff: str = ""
    pages: Mapping[str, str] = field(default_factory=dict)  # Markdown by path
    examples: tuple[int, int] = (0, 0)  # doctests of all docstrings, the new ones too: held, run


@dataclass(frozen=True, slots=True)
class Undocumented:
    """What to document, and how."""

    files: Sources = field(metadata=described("the texts of the project, its tests among them: path -> content"))
    asked: tuple[str, ...] = field(default=(), metadata=described("the files to work on; all but the tests if empty"))
    function: str = field(
        default="", metadata=described("one function or class, `f` or `C.f`; all public ones if empty")
    )
    style: str = field(default="", metadata=described("rest, google or numpy; that of the project if empty"))
    least: str = field(
        default="read", metadata=described("the evidence that a docstring needs at least: name, declared, read or run")
    )
    examples: bool = field(default=True, metadata=described("whether the code is run to show examples"))
    pages: str = field(default="", metadata=described("the folder for Markdown reference pages; none if empty"))

    @property
    def targets(self) -> tuple[str, ...]:
        """The Python files to work on."""
        return self.asked or tuple(path for path in self.files if path.endswith(".py") and not is_test(path))


def is_test(path: str) -> bool:
    """Whether a file holds tests, by its name."""
    last = path.rpartition("/")[2]
    return last.startswith("test_") or last.endswith("_test.py") or last == "conftest.py"
