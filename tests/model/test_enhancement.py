from aurora.model.enhancement import Done, Enhancement, Outcome


def test_only_kept_steps_make_the_title_and_only_what_failed_is_healed() -> None:
    steps = (Done("fix", Outcome.KEPT), Done("tidy", Outcome.ROLLED_BACK), Done("cover", Outcome.KEPT))
    made = Enhancement("/shop", "pytest -q", False, steps, {"a.py": None}, {"a.py": "x"})
    assert (made.title, made.healed) == ("fix, cover", True)
    assert not Enhancement("/shop", "pytest -q", False, steps).healed
    assert not Enhancement("/shop", "pytest -q", True, steps, {"a.py": None}, {"a.py": "x"}).healed
