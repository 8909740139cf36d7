"""Whether more than half of the conditions are true."""

from aurora.contracts.component import Example, component


@component(
    words="majority vote most are true more than half",
    examples=[Example(([True, False, True],), True), Example(([True, False],), False), Example(([],), False)],
    holds=lambda flags, ret: ret == (flags.count(True) > flags.count(False)),
)
def majority_true(flags: list[bool]) -> bool:
    """Whether more than half of the conditions are true."""
    return 2 * sum(flags) > len(flags)
