"""What is broken on purpose shows whether it tells and recovers; what does neither fails its trial."""

from aurora.engines.living.owned import Care, Owned
from aurora.engines.living.trial import broken


def kept(probe: str = "", *, mends: bool = True) -> Owned[list[str]]:
    """A list that is well while it is empty; `probe` is what its question says at any time."""

    def harm(thing: list[str]) -> str:
        thing.append("broken")
        return "it was broken"

    def mend(thing: list[str]) -> list[str]:
        if mends:
            thing.clear()
        return thing

    return Owned(Care(list, lambda thing: probe or "".join(thing), harm, mend=mend))


def test_what_tells_and_recovers_passes() -> None:
    shown = broken(kept())
    assert (shown.passed, shown.words, shown.metrics["mended"]) == (True, "it was broken -> broken", 1)


def test_what_cannot_recover_says_so() -> None:
    shown = broken(kept(mends=False))
    assert (shown.healthy, shown.told, shown.recovered, shown.passed) == (True, True, False, False)
    assert shown.words == "it was broken -> broken -> broken"


def test_what_was_ill_before_does_not_pass() -> None:
    shown = broken(kept("ill at any time"))
    assert (shown.healthy, shown.passed) == (False, False)
    assert shown.words.startswith("ill at any time -> ")


def test_what_does_not_tell_does_not_pass() -> None:
    living: Owned[list[str]] = Owned(Care(list, lambda _thing: "", lambda _thing: "nothing was seen"))
    shown = broken(living)
    assert (shown.told, shown.words) == (False, "nothing was seen -> nothing was told")
