"""Progress may be watched or not."""

from aurora.model.progress import Progress, silent


def test_silence_takes_any_step() -> None:
    silent(Progress("enumerate", 1, 2, "size 3"))
