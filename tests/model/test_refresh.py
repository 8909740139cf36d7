from aurora.model.refresh import shipped


def test_without_a_refresh_what_comes_with_aurora_counts_and_nothing_is_said() -> None:
    assert shipped() == ("", "")
