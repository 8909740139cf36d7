"""The names under which Aurora's jobs live in the queue's own tables; changing one orphans what is stored."""

APPLICATION = "aurora"
QUEUE = "aurora"
VERSION = "aurora-jobs-1"  # pinned: an upgrade of the code goes on with the jobs of the version before
CRON = "cron"
_PREFIX = "job."


def workflow(kind: str) -> str:
    """The stored name of a kind of job."""
    return f"{_PREFIX}{kind}"


def kind_of(name: str) -> str:
    """The kind of job of a stored name."""
    return name.removeprefix(_PREFIX)
