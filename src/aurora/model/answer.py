"""What the engines find: candidates, answers, questions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from aurora.model.verdict import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Candidate:
    """One program that a search proposes."""

    code: str  # a whole function (or module) as text
    strategy: str  # id of the part that found it
    cost: float = 0.0  # description length in bits; smaller is simpler
    components: tuple[str, ...] = ()  # ids of the parts it is made of
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came back with, best candidate first."""

    candidates: tuple[Candidate, ...] = ()
    near: tuple[Candidate, ...] = ()  # programs that keep all examples but one, the cheapest for each
    tried: int = 0  # programs evaluated
    seconds: float = 0.0
    peak_mb: float = 0.0  # 0: not measured
    exhausted: bool = False  # the whole space within the bounds was searched
    notes: tuple[str, ...] = ()  # why it stopped, what was switched off


@dataclass(frozen=True, slots=True)
class Question:
    """An input on which the surviving candidates differ: one more example decides."""

    call: str  # "f([3, 1])"
    answers: tuple[str, ...]  # repr of what each group of candidates returns, or what it raises; the likeliest first

    @property
    def examples(self) -> tuple[str, ...]:
        """The examples of which one decides: "f([3, 1]) == 1"; none for an answer that raises."""
        return tuple(f"{self.call} == {answer}" for answer in self.answers if not answer.startswith("raises "))


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A function that Aurora has and the words speak of; nothing shows that it is the one that is meant."""

    component: str
    head: str  # "def median(numbers)"
    words: str  # the first line of its page
    example: str  # "median([3, 1, 2]) == 2", which it fulfils


@dataclass(frozen=True, slots=True)
class Synthesis:
    """The answer to a synthesis task."""

    judgement: Judgement
    code: str = ""
    strategy: str = ""
    components: tuple[str, ...] = ()
    tests: str = ""  # a pytest file, when asked for
    question: Question | None = None
    suggestions: tuple[Suggestion, ...] = ()  # when words alone were given
    tried: int = 0
    seconds: float = 0.0
    peak_mb: float = 0.0  # 0: not measured
    notes: tuple[str, ...] = ()
    evidence: Mapping[str, float] = field(default_factory=dict)  # what the judge measured of the answer, by name

    @property
    def verdict(self) -> Verdict:
        """The verdict of the judgement."""
        return self.judgement.verdict


@dataclass(frozen=True, slots=True)
class Fault:
    """A place that is suspected, and why."""

    path: str
    line: int  # 1-based
    suspicion: float  # 0 to 1
    why: str
    start: int = 0  # character offsets of the suspected text in the file
    end: int = 0
    missing: str = ""  # the distribution known to bring what is imported here, where none does


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters `start` to `end` of a file by `text`."""

    path: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Patch:
    """A proposed repair."""

    edits: tuple[Edit, ...]
    files: dict[str, str] = field(default_factory=dict)  # the changed files, whole, after the edits
    operator: str = ""  # id of the part that proposed it
    cost: float = 0.0
    why: str = ""
    diff: str = ""  # what it changes, for people; empty where nobody asked for it


@dataclass(frozen=True, slots=True)
class Pin:
    """A call that a repair changed: what a regression test holds on to."""

    path: str  # of the test file in whose names the call is written
    call: str
    value: str  # source text of what the patched program gives


@dataclass(frozen=True, slots=True)
class Repair:
    """The answer to a repair task."""

    judgement: Judgement
    patch: Patch | None = None
    faults: tuple[Fault, ...] = ()  # the best lead, also when abstained
    strategy: str = ""
    tried: int = 0
    seconds: float = 0.0
    peak_mb: float = 0.0  # 0: not measured
    notes: tuple[str, ...] = ()
    pins: tuple[Pin, ...] = ()  # calls that no test makes and that the patch changed
    failing: tuple[str, ...] = ()  # the tests that failed before, each with what it said
    whole: bool = False  # all its tests pass as it is
    unrun: tuple[str, ...] = ()  # why some tests were not run

    @property
    def verdict(self) -> Verdict:
        """The verdict of the judgement."""
        return self.judgement.verdict
