"""How a part is declared: contracts with laws, parts with examples."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import Generic, TypeVar

Run = TypeVar("Run", bound=Callable[..., object])
Given = TypeVar("Given")
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Example(Generic[Given, Answer]):
    """What a part answers to one input: documentation, test and the dashboard's "try it" at once."""

    given: Given
    answer: Answer


@dataclass(frozen=True)
class Law(Generic[Run, Given, Answer]):
    """What holds for every example of every part of a contract; `holds` returns what is wrong, or nothing."""

    name: str
    broken: Callable[[Run, Given, Answer], str | None]


@dataclass(frozen=True)
class Contract(Generic[Run, Given, Answer]):
    """A typed promise: what kind of callable a part is, how it is asked, and the laws of its answers."""

    name: str
    ask: Callable[[Run, Given], Answer]
    laws: tuple[Law[Run, Given, Answer], ...] = ()

    def part(
        self,
        *,
        examples: list[Example[Given, Answer]],
        unit: str = "",
        needs: tuple[str, ...] = (),
        laws: tuple[Law[Run, Given, Answer], ...] = (),
        facts: Mapping[str, object] | None = None,
    ) -> Callable[[Run], "Part[Run, Given, Answer]"]:
        """Declare the decorated function as a part of this contract.

        `unit` is the power unit it is ("K5", "M16", "C11"), empty for a module; `needs` names optional packages;
        `laws` hold for this part besides the contract's; `facts` are what the contract's engine wants to know besides.
        """

        def declare(run: Run) -> Part[Run, Given, Answer]:
            return Part(self, run, tuple(examples), unit, needs, laws, dict(facts or {}))

        return declare


@dataclass(frozen=True)
class Part(Generic[Run, Given, Answer]):
    """One declared part: metadata, implementation, examples. Its id is the path of its file."""

    contract: Contract[Run, Given, Answer]
    run: Run
    examples: tuple[Example[Given, Answer], ...]
    unit: str = ""
    needs: tuple[str, ...] = ()
    laws: tuple[Law[Run, Given, Answer], ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The path of the file below the package: "modules.autonomy.repair.flip_comparison"."""
        return self.run.__module__.removeprefix("aurora.")

    @property
    def name(self) -> str:
        """The last word of the id."""
        return self.id.rpartition(".")[2]

    @property
    def page(self) -> str:
        """The docstring of the file, which is its page in the reference."""
        module = __import__(self.run.__module__, fromlist=["__doc__"])
        return (module.__doc__ or "").strip()

    @property
    def missing(self) -> tuple[str, ...]:
        """Optional packages that this part needs and this environment lacks."""
        return tuple(name for name in self.needs if find_spec(name) is None)

    def failures(self) -> list[str]:
        """Run every example and law; a sentence for each that does not hold."""
        found: list[str] = []
        for number, example in enumerate(self.examples, start=1):
            found += [f"{self.id}, example {number}: {what}" for what in self._failures_of(example)]
        if not self.examples:
            found.append(f"{self.id}: has no example")
        return found

    def _failures_of(self, example: Example[Given, Answer]) -> list[str]:
        try:
            answer = self.contract.ask(self.run, example.given)
        except Exception as error:  # noqa: BLE001 - a part that raises is a finding, not a crash of the check
            return [f"{example.given!r} raised {type(error).__name__}: {error}"]
        if answer != example.answer:
            return [f"{example.given!r} gave {answer!r}, expected {example.answer!r}"]
        laws = (*self.contract.laws, *self.laws)
        broken = ((law.name, law.broken(self.run, example.given, answer)) for law in laws)
        return [f"law {name!r}: {what}" for name, what in broken if what]


AnyPart = Part[Callable[..., object], object, object]
"""A part of whatever contract, as registries hold it."""
