"""Components of these tests: they note when they start and stop, and can be bent."""

from aurora.contracts.living import AnyComponent, House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned

Log = list[str]


def part(unit: str, log: Log, *after: AnyComponent, starts: bool = True, mends: bool = True) -> AnyComponent:
    def start(house: House) -> Living:
        if not starts:
            raise OSError("no room")
        for each in after:
            house.needs(each.unit)
        log.append(f"+{unit}")

        def harm(thing: dict[str, str]) -> str:
            thing["wrong"] = "bent"
            return "it was bent"

        def mend(thing: dict[str, str]) -> dict[str, str]:
            return {} if mends else thing

        care: Care[dict[str, str]] = Care(
            dict, lambda thing: thing.get("wrong", ""), harm, lambda thing: {"size": len(thing)},
            lambda _thing: log.append(f"-{unit}"), mend,
        )  # fmt: skip
        return Owned(care, house.loan)

    return component(unit, after=after)(start)
