from aurora.engines.jobs.names import kind_of, workflow


def test_a_kind_survives_being_stored() -> None:
    assert kind_of(workflow("fix")) == "fix"


def test_stored_names_do_not_change_since_jobs_are_stored_under_them() -> None:
    assert workflow("fix") == "job.fix"
