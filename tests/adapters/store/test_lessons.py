"""What was learned replaces what was known, and its lessons stay."""

from aurora.adapters.store.opening import OpenStore
from aurora.model.lesson import Learned, Lesson

BIAS = Learned("int->int", "units.knowledge.a.b", 0.3, 1, "2026-01-01")


def lesson(part: str = BIAS.part, evidence: str = "r1", moment: str = "2026-01-01") -> Lesson:
    return Lesson(moment, BIAS.subject, part, 1.0, 0.0, 0.3, evidence, "verified")


def test_an_empty_store_knows_nothing(store: OpenStore) -> None:
    assert (list(store.lessons.of([])), list(store.lessons.lessons()), store.lessons.count()) == ([], [], 0)
    assert store.lessons.reset() == 0
    store.lessons.keep([], [])


def test_a_value_is_replaced_and_both_lessons_stay_newest_first(store: OpenStore) -> None:
    later = Learned(BIAS.subject, BIAS.part, 0.5, 2, "2026-01-02")
    store.lessons.keep([BIAS], [lesson()])
    store.lessons.keep([later], [lesson(moment="2026-01-02")])
    assert list(store.lessons.of(["int->int"])) == list(store.lessons.of([])) == [later]
    assert list(store.lessons.of(["str->str"])) == []
    assert [each.moment for each in store.lessons.lessons(part=BIAS.part)] == ["2026-01-02", "2026-01-01"]
    assert store.lessons.count() == 2


def test_lessons_are_found_by_evidence(store: OpenStore) -> None:
    store.lessons.keep([BIAS], [lesson(), lesson(evidence="r2")])
    assert [each.evidence for each in store.lessons.lessons(evidence="r2")] == ["r2"]


def test_a_reset_takes_a_part_and_those_below_it(store: OpenStore) -> None:
    others = [Learned(BIAS.subject, name, 0.1, 1, "") for name in ("units.knowledge.abc", "units.knowledge.a%")]
    store.lessons.keep([BIAS, *others], [lesson(), lesson(part="units.knowledge.abc")])
    assert store.lessons.reset("units.knowledge.a") == 1
    assert {each.part for each in store.lessons.of([])} == {"units.knowledge.abc", "units.knowledge.a%"}
    assert [each.part for each in store.lessons.lessons()] == ["units.knowledge.abc"]
    assert store.lessons.reset() == 2
    assert store.lessons.count() == 0
