import time
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from types import MappingProxyType
from typing import cast

import pytest

from aurora.contracts.operator import Replacement
from aurora.engines.repair.belief import Behaviour, Result, Traits
from aurora.engines.repair.choose import Choice, agree, agreement, choose, consent
from aurora.engines.repair.clock import Clock
from aurora.engines.repair.evidence import Assertion, Evidence
from aurora.engines.repair.laboratory import Laboratory, Turned
from aurora.engines.repair.plenty import Plenty
from aurora.engines.repair.state import Candidate, State
from aurora.model.answer import Edit, Fault
from tests.engines.repair.worlds import PLAIN, plain

TEXTS = {"m.py": "def f(x):\n    return x\n"}
EVIDENCE = Evidence(
    assertions=(Assertion("t.py", 1, "f([1, 2])", "3"), Assertion("t.py", 2, "f([5])", "9")),
    said=31,
)
ONE, TWO, RAISES = ("value", "int", "1"), ("value", "int", "2"), ("raised", "KeyError", "")


class Scripted:
    """Gives each text of the file the results of the script, alike on all inputs but those that raise."""

    def __init__(self, results: dict[str, Result | None], idle: Mapping[str, int], raises: AbstractSet[str]) -> None:
        self._results, self._idle, self._raises = results, idle, raises
        self.tried = 100

    def values(
        self, batch: Sequence[Sequence[Edit]], calls: Sequence[tuple[str, str]], seconds: float
    ) -> list[list[Result] | None]:
        assert seconds > 0
        found = [self._results["".join(edit.text for edit in edits)] for edits in batch]
        return [
            None if result is None else [RAISES if call in self._raises else result for _, call in calls]
            for result in found
        ]

    def turns(
        self, batch: Sequence[Sequence[Edit]], calls: Sequence[object], functions: frozenset[str], seconds: float
    ) -> list[Turned | None]:
        assert calls
        assert functions == {"f"}
        assert seconds > 0
        idle = [self._idle.get(edits[0].text, 0) for edits in batch]
        return [None if count < 0 else Turned(0, count) for count in idle]


def candidate(text: str, cost: float = 1.0, operator: str = "op") -> Candidate:
    edit = Edit("", 14, 22, text)
    return Candidate(State(TEXTS), "m.py", Replacement((edit,)), operator, cost, Fault("m.py", 2, 1.0, ""))


def chosen(
    results: dict[str, Result | None],
    *candidates: Candidate,
    evidence: Evidence = EVIDENCE,
    idle: Mapping[str, int] = MappingProxyType({}),
    raises: AbstractSet[str] = frozenset(),
) -> Choice:
    laboratory = cast("Laboratory", Scripted({"": ONE, **results}, idle, raises))
    belief = plain(alike=-1) if idle else PLAIN
    return choose(candidates, laboratory, evidence, TEXTS, Clock(time.monotonic() + 100), belief)


def test_nothing_is_chosen_from_nothing() -> None:
    assert chosen({}).ranked == ()


def test_what_raises_where_a_rival_does_not_loses() -> None:
    bad, good = candidate("return 7", 0.5), candidate("return 8", 1.0)
    choice = chosen({"return 7": RAISES, "return 8": TWO}, bad, good)
    assert choice.ranked == (good, bad)
    assert "raises KeyError there" in choice.reasons[1]


def test_keeping_the_old_behaviour_wins_over_a_small_price() -> None:
    new, kept = candidate("return 7", 0.5), candidate("return 8", 1.0)
    assert chosen({"return 7": TWO, "return 8": ONE}, new, kept).ranked[0] is kept


def test_a_patch_that_leaves_a_parameter_unread_loses() -> None:
    bad, good = candidate("return 7", 0.5), candidate("return x", 1.0)
    assert chosen({"return 7": TWO, "return x": ("value", "int", "3"), "": RAISES}, bad, good).ranked[0] is good


def test_a_condition_that_always_turns_out_alike_speaks_against_a_patch() -> None:
    cheap, dear = candidate("return 7", 0.5), candidate("return 8", 1.0)
    results: dict[str, Result | None] = {"return 7": TWO, "return 8": ("value", "int", "3"), "": RAISES}
    assert chosen(results, cheap, dear).ranked[0] is cheap
    assert chosen(results, cheap, dear, idle={"return 7": 1}).ranked[0] is dear
    assert chosen(results, cheap, dear, idle={"return 7": -1, "return 8": 1}).ranked[0] is cheap


def test_agreement_with_what_is_believed_is_reckoned_by_its_share() -> None:
    def behaviour(share: float, *results: Result) -> Behaviour:
        return Behaviour((), results, Traits(1.0), share)

    best, near, far = behaviour(0.5, ONE, ONE), behaviour(0.3, ONE, TWO), behaviour(0.2, TWO, TWO)
    assert [agreement(best, each) for each in (best, near, far)] == [1.0, 0.5, 0.0]
    assert consent([best, near, far], best) == pytest.approx(0.65)
    assert agreement(behaviour(0.5), behaviour(0.5)) == 0.0


def test_of_patches_that_do_the_same_the_one_without_an_idle_operation_comes_first() -> None:
    idle, plain_one = candidate("return -x + 0", 0.5), candidate("return -x", 1.0)
    assert chosen({"return -x + 0": TWO, "return -x": TWO, "": RAISES}, idle, plain_one).ranked == (plain_one, idle)


def test_many_patches_of_one_behaviour_outvote_one() -> None:
    alone = candidate("return 7", 1.0)
    group = [candidate(f"return {n}{n}", 1.1) for n in range(1, 5)]
    results = dict.fromkeys((f"return {n}{n}" for n in range(1, 5)), ONE)
    assert chosen({**results, "return 7": TWO, "": RAISES}, alone, *group).ranked[0] is group[0]


def test_what_a_test_wants_word_for_word_is_dearer() -> None:
    copied, honest = candidate("9", 0.5), candidate("return 8", 1.0)
    assert chosen({"9": ONE, "return 8": ONE}, copied, honest).ranked[0] is honest


@pytest.mark.parametrize(
    ("cost", "operator", "evidence", "trusted"),
    [
        (1.0, "op", EVIDENCE, True),
        (3.5, "op", EVIDENCE, False),
        (1.0, "one, then two", EVIDENCE, False),
        (1.0, "op", Evidence(assertions=EVIDENCE.assertions[:1], said=31), False),
    ],
)
def test_trust_takes_one_likely_edit_and_two_assertions(
    cost: float, operator: str, evidence: Evidence, trusted: bool
) -> None:
    choice = chosen({"": TWO, "return -x": ONE}, candidate("return -x", cost, operator), evidence=evidence)
    assert len(choice.ranked) == 1
    assert choice.trusted is trusted


def test_a_patch_that_leaves_a_value_unread_is_not_trusted() -> None:
    assert not chosen({"": TWO, "return 7": ONE}, candidate("return 7")).trusted


def test_a_patch_that_no_generated_input_reaches_is_not_trusted() -> None:
    assert chosen({"": TWO, "return -x": ONE}, candidate("return -x")).trusted
    assert not chosen({"": ONE, "return -x": ONE}, candidate("return -x")).trusted


def test_a_patch_that_raises_on_an_empty_argument_is_not_trusted_and_says_so() -> None:
    choice = chosen({"": TWO, "return -x": ONE}, candidate("return -x"), raises={"f([])"})
    assert not choice.trusted
    assert "It raises KeyError on f([]), which no test asks." in choice.reasons


def test_a_patch_is_not_trusted_when_there_is_no_time_for_an_empty_argument() -> None:
    class Late(Scripted):
        def values(
            self, batch: Sequence[Sequence[Edit]], calls: Sequence[tuple[str, str]], seconds: float
        ) -> list[list[Result] | None]:
            return [None for _ in batch] if "[]" in calls[0][1] else super().values(batch, calls, seconds)

    laboratory = cast("Laboratory", Late({"": TWO, "return -x": ONE}, {}, set()))
    choice = choose([candidate("return -x")], laboratory, EVIDENCE, TEXTS, Clock(time.monotonic() + 100), PLAIN)
    assert not choice.trusted
    assert "There was no time to run it on an empty argument." in choice.reasons


def test_what_an_unchanged_function_raised_before_is_not_held_against_a_patch() -> None:
    more = replace(EVIDENCE, assertions=(*EVIDENCE.assertions, Assertion("t.py", 3, "g([1])", "0")))
    for call, trusted in (("g([])", True), ("f([])", False)):
        choice = chosen({"": TWO, "return -x": ONE}, candidate("return -x"), evidence=more, raises={call})
        assert choice.trusted is trusted


def test_truths_let_a_patch_be_trusted_only_where_bools_are_given() -> None:
    truths = tuple(replace(each, expected="True", truth=True) for each in EVIDENCE.assertions)
    told = replace(EVIDENCE, assertions=truths)
    no, yes = ("value", "bool", "False"), ("value", "bool", "True")
    for old, new, trusted in ((no, yes, True), (ONE, TWO, False), (no, ONE, False), (RAISES, yes, False)):
        choice = chosen({"": old, "return -x": new}, candidate("return -x"), evidence=told)
        assert choice.trusted is trusted


def test_what_is_asserted_of_another_function_does_not_verify_a_change_that_truths_alone_see() -> None:
    truth = Assertion("t.py", 3, "g([1])", "True", truth=True)
    told = replace(EVIDENCE, assertions=(*EVIDENCE.assertions, truth))
    for evidence, trusted in ((told, False), (EVIDENCE, True)):
        choice = chosen({"": ONE, "return -x": TWO}, candidate("return -x"), evidence=evidence)
        assert choice.trusted is trusted


def test_an_empty_argument_that_a_test_passes_is_not_asked_again() -> None:
    asked = replace(EVIDENCE, assertions=(*EVIDENCE.assertions, Assertion("t.py", 3, "f([])", "0")))
    assert chosen({"": TWO, "return -x": ONE}, candidate("return -x"), evidence=asked, raises={"f([])"}).trusted


def test_what_is_too_unlikely_is_not_answered() -> None:
    unlikely = candidate("return 7", 5.8)
    choice = chosen({"return 7": ONE}, unlikely)
    assert (choice.ranked, choice.doubted) == ((), unlikely)
    rivals = [candidate(f"return {n}", 4.5) for n in range(3)]
    results: dict[str, Result | None] = {f"return {n}": ("value", "int", str(n)) for n in range(3)}
    assert chosen({**results, "": RAISES}, *rivals).ranked == ()


def test_the_more_the_tests_say_the_dearer_a_patch_may_be() -> None:
    more, less = replace(EVIDENCE, said=63), replace(EVIDENCE, said=3)
    results: dict[str, Result | None] = {"return 7": ONE}
    assert chosen(results, candidate("return 7", 1.0), evidence=less).ranked == ()
    assert len(chosen(results, candidate("return 7", 1.0)).ranked) == 1
    assert chosen(results, candidate("return 7", 6.5)).ranked == ()
    assert len(chosen(results, candidate("return 7", 6.5), evidence=more).ranked) == 1
    assert chosen(results, candidate("return 7", 8.5), evidence=more).ranked == ()


def test_what_breaks_what_holds_of_all_wanted_outputs_loses() -> None:
    whole = Evidence(assertions=tuple(Assertion("t.py", n, f"f([{n}])", f"{n}") for n in range(1, 5)), said=31)
    bad, good = candidate("return 7", 0.5), candidate("return 8", 1.0)
    results: dict[str, Result | None] = {"return 7": ("value", "str", "'1'"), "return 8": TWO, "": RAISES}
    choice = chosen(results, bad, good, evidence=whole)
    assert choice.ranked[0] is good
    (doubt,) = [check for check in choice.checks if check.kind == "doubt"]
    assert "said 2.00" in doubt.detail


def test_candidates_that_cannot_be_compared_are_doubted_by_price_and_number() -> None:
    assert chosen({"return 7": None}, candidate("return 7", 5.8)).ranked == ()
    rivals = [candidate(f"return {n}{n}", 3.5) for n in range(1, 10)]
    assert chosen(dict.fromkeys(f"return {n}{n}" for n in range(1, 10)), *rivals).ranked == ()


def test_candidates_that_cannot_be_compared_keep_the_order_of_their_prices() -> None:
    cheap, dear = candidate("return 7", 0.5), candidate("return 8", 1.0)
    assert chosen({"return 7": None, "return 8": None}, dear, cheap).ranked == (cheap, dear)


def test_with_a_reference_only_what_behaves_like_it_is_left() -> None:
    good, bad = candidate("return 7"), candidate("return 8")
    laboratory = cast("Laboratory", Scripted({"truth": ONE, "return 7": ONE, "return 8": TWO}, {}, set()))
    truth = (Edit("m.py", 0, 1, "truth"),)
    choice = choose([bad, good], laboratory, EVIDENCE, TEXTS, Clock(time.monotonic() + 100), PLAIN, truth=truth)
    assert (choice.ranked, choice.trusted) == ((good,), True)


def test_agreement_is_asked_only_where_the_reference_gives_a_value() -> None:
    assert agree([ONE, RAISES], [ONE, TWO])
    assert not agree([ONE], [RAISES])
    assert not agree(None, [ONE])


class OfTwo(Scripted):
    """Another function, which no candidate changes, gives a value of its own."""

    def values(
        self, batch: Sequence[Sequence[Edit]], calls: Sequence[tuple[str, str]], seconds: float
    ) -> list[list[Result] | None]:
        rows = super().values(batch, calls, seconds)
        heads = [call[:2] for _, call in calls]
        return [row and [TWO if head == "g(" else each for head, each in zip(heads, row, strict=True)] for row in rows]


def test_functions_that_no_candidate_changes_say_nothing_of_one_that_gives_a_constant() -> None:
    other = (Assertion("t.py", 3, "g([1])", "7"), Assertion("t.py", 4, "g([2])", "8"))
    evidence = replace(EVIDENCE, assertions=(*EVIDENCE.assertions, *other))
    laboratory = cast("Laboratory", OfTwo({"": ONE, "return 3": TWO}, {}, frozenset()))
    clock = Clock(time.monotonic() + 100)
    choice = choose([candidate("return 3")], laboratory, evidence, TEXTS, clock, plain(flat=-1))
    (doubt,) = (check for check in choice.checks if check.kind == "doubt")
    assert "flat 1.00" in doubt.detail


def test_of_two_changes_that_cost_alike_the_one_whose_operator_proposed_less_is_the_likelier() -> None:
    lone, common = candidate("return x + 1", operator="lone"), candidate("return x - 1", operator="common")
    known = Plenty()
    known.note([lone, *[common] * 50])
    laboratory = cast("Laboratory", Scripted({"": ONE, "return x + 1": TWO, "return x - 1": RAISES}, {}, frozenset()))
    for passing in ([lone, common], [common, lone]):
        clock = Clock(time.monotonic() + 100)
        choice = choose(passing, laboratory, EVIDENCE, TEXTS, clock, plain(raises=0, plenty=-1), plenty=known)
        assert choice.ranked[0] is lone
