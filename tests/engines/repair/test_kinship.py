from aurora.engines.repair.kinship import kinship


def value(text: str) -> tuple[str, str, str]:
    return ("value", "str", text)


def test_values_that_stay_like_their_own_old_ones_are_kin() -> None:
    old = ["'abc'", "'xyz'"]
    kept = [(value(each), value(each)) for each in old]
    exchanged = [(value(one), value(two)) for one, two in zip(old, reversed(old), strict=True)]
    assert kinship(kept) > 0 > kinship(exchanged)


def test_nothing_is_said_without_values() -> None:
    assert kinship([]) == kinship([(value("1"), ("raised", "KeyError", ""))]) == 0
