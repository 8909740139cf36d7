"""Pipelines: functions of functions, folds and scans."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=12,
    probes=(
        Probe(
            prompt="Freeze settings, however deep, into tuples of sorted keys and values that can be a hashable key.",
            signature="def frozen_settings(settings: dict[str, object]) -> tuple[object, ...]",
            asserts=(
                "assert frozen_settings({'b': 1, 'a': 2}) == (('a', 2), ('b', 1))",
                "assert frozen_settings({}) == ()",
                "assert frozen_settings({'x': [1, 2]}) == (('x', (1, 2)),)",
                "assert frozen_settings({'k': {'j': 3}}) == (('k', (('j', 3),)),)",
            ),
            hidden=(
                "assert frozen_settings({'q': 0, 'p': [[]]}) == (('p', ((),)), ('q', 0))",
                "assert frozen_settings({'z': {'y': {'x': 1}}}) == (('z', (('y', (('x', 1),)),)),)",
                "assert frozen_settings({'m': 'n'}) == (('m', 'n'),)",
                "assert frozen_settings({'d': [{'c': 4}]}) == (('d', ((('c', 4),),)),)",
            ),
        ),
        Probe(
            prompt="Make deep lists of numbers usable as a key: the same structure in tuples.",
            signature="def as_key(value: list[object]) -> tuple[object, ...]",
            asserts=(
                "assert as_key([1, [2, 3]]) == (1, (2, 3))",
                "assert as_key([]) == ()",
                "assert as_key([[1], [2, [3]]]) == ((1,), (2, (3,)))",
                "assert as_key([5]) == (5,)",
            ),
            hidden=(
                "assert as_key([[], []]) == ((), ())",
                "assert as_key([1, 2, 3]) == (1, 2, 3)",
                "assert as_key([[[7]]]) == (((7,),),)",
                "assert as_key([0, [1, [2, [3]]]]) == (0, (1, (2, (3,))))",
            ),
        ),
    ),
)
