from aurora.contracts.rollback import RolledBack


def test_only_a_state_that_passes_is_good() -> None:
    ends = ("good as it is", "rolled back", "no good state", "nothing to take back")
    assert [RolledBack(ended).good for ended in ends] == [True, True, False, False]
