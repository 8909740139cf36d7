"""Advanced packs over lists and intervals agree with plain slow definitions on small random input."""

import itertools
import math
import statistics
from random import Random

import pytest

from tests.units.knowledge.test_advanced import run
from tests.units.knowledge.test_advanced_numbers import CASES, Check, choices, grid, integers, on, slices


def spans(random: Random) -> list[tuple[int, int]]:
    starts = [random.randint(0, 8) for _ in range(random.randint(0, 6))]
    return [(start, start + random.randint(1, 5)) for start in starts]


def fits(chosen: tuple[tuple[int, int], ...]) -> bool:
    return all(a[1] <= b[0] or b[1] <= a[0] for a, b in itertools.combinations(chosen, 2))


def jumps(lengths: list[int]) -> int:
    steps = [0] + [len(lengths)] * (len(lengths) - 1)
    for place, length in enumerate(lengths):
        for goal in range(place + 1, min(len(lengths), place + length + 1)):
            steps[goal] = min(steps[goal], steps[place] + 1)
    return -1 if steps[-1] == len(lengths) else steps[-1]


def window_with(text: str, wanted: str) -> str:
    found = (text[i:j] for i in range(len(text)) for j in range(i + 1, len(text) + 1))
    good = (piece for piece in found if all(piece.count(letter) >= wanted.count(letter) for letter in wanted))
    return min(good, key=len, default="") if wanted else ""


def rain(heights: list[int]) -> int:
    return sum(min(max(heights[: i + 1]), max(heights[i:])) - height for i, height in enumerate(heights))


def span(items: list[int]) -> int:
    return len(list(itertools.takewhile(lambda item: item <= items[-1], reversed(items))))


CHECKS = [
    on("subarray_sum_k", lambda r: (integers(r), r.randint(-3, 6)), lambda x, k: sum(sum(s) == k for s in slices(x))),
    on(
        "longest_subarray_sum",
        lambda r: (integers(r), r.randint(-3, 6)),
        lambda x, k: max((len(s) for s in slices(x) if sum(s) == k), default=0),
    ),
    on(
        "shortest_subarray_at_least",
        lambda r: (integers(r, 7, 0, 9), r.randint(1, 20)),
        lambda x, k: min((len(s) for s in slices(x) if sum(s) >= k), default=0),
    ),
    on(
        "subarrays_divisible",
        lambda r: (integers(r), r.randint(1, 6)),
        lambda x, k: sum(sum(s) % k == 0 for s in slices(x)),
    ),
    on(
        "subarrays_product_below",
        lambda r: (integers(r, 7, 1, 9), r.randint(1, 60)),
        lambda x, k: sum(math.prod(s) < k for s in slices(x)),
    ),
    on(
        "longest_k_distinct_window",
        lambda r: (integers(r, 8, 0, 4), r.randint(0, 4)),
        lambda x, k: max((len(s) for s in slices(x) if len(set(s)) <= k), default=0),
    ),
    on("sum_of_subarray_sums", lambda r: (integers(r),), lambda x: sum(map(sum, slices(x)))),
    on(
        "min_window",
        lambda r: (
            "".join(r.choice("abc") for _ in range(8)),
            "".join(r.choice("abc") for _ in range(r.randint(0, 3))),
        ),
        window_with,
    ),
    on(
        "max_k_window",
        lambda r: (integers(r), r.randint(1, 4)),
        lambda x, k: [max(x[i : i + k]) for i in range(len(x) - k + 1)],
    ),
    on(
        "min_k_window",
        lambda r: (integers(r), r.randint(1, 4)),
        lambda x, k: [min(x[i : i + k]) for i in range(len(x) - k + 1)],
    ),
    on(
        "three_sum",
        lambda r: (integers(r), r.randint(-3, 6)),
        lambda x, k: sorted({tuple(sorted(t)) for t in itertools.combinations(x, 3) if sum(t) == k}),
    ),
    on(
        "count_triples_with_sum",
        lambda r: (integers(r), r.randint(-3, 6)),
        lambda x, k: sum(sum(t) == k for t in itertools.combinations(x, 3)),
    ),
    on(
        "container_water",
        lambda r: (integers(r, 8, 0, 9),),
        lambda x: max((min(x[i], x[j]) * (j - i) for i, j in itertools.combinations(range(len(x)), 2)), default=0),
    ),
    on("trapped_rain", lambda r: (integers(r, 8, 0, 9),), rain),
    on(
        "min_rooms",
        lambda r: (spans(r),),
        lambda x: max((sum(a <= start < b for a, b in x) for start, _ in x), default=0),
    ),
    on("max_non_overlapping", lambda r: (spans(r),), lambda x: max(len(c) for c in choices(x) if fits(c))),
    on(
        "activity_select",
        lambda r: (spans(r),),
        lambda x: (
            run("activity_select")(x) if len(run("activity_select")(x)) == run("max_non_overlapping")(x) else None
        ),
    ),
    on(
        "covered_length", lambda r: (spans(r),), lambda x: sum(any(a <= point < b for a, b in x) for point in range(20))
    ),
    on(
        "min_points",
        lambda r: (spans(r),),
        lambda x: next(
            n
            for n in range(7)
            if any(all(any(a <= p <= b for p in c) for a, b in x) for c in itertools.combinations(range(14), n))
        ),
    ),
    on(
        "weighted_intervals",
        lambda r: ([(*span, r.randint(1, 9)) for span in spans(r)],),
        lambda x: max(sum(w for *_, w in c) for c in choices(x) if fits(tuple((a, b) for a, b, _ in c))),
    ),
    on(
        "insert_interval",
        lambda r: (run("merge_intervals")(spans(r)), (3, r.randint(4, 9))),
        lambda x, new: run("merge_intervals")([*x, new]),
    ),
    on("jump_min", lambda r: (integers(r, 7, 0, 3),), jumps),
    on("jump_game", lambda r: (integers(r, 7, 0, 3),), lambda x: jumps(x) >= 0),
    on(
        "join_cost",
        lambda r: (integers(r, 7, 1, 9),),
        lambda x: sum(x[i] * len(code) for i, code in run("huffman")(dict(enumerate(x))).items()) if len(x) > 1 else 0,
    ),
    on(
        "next_greater",
        lambda r: (integers(r),),
        lambda x: [next((later for later in x[i:] if later > item), None) for i, item in enumerate(x)],
    ),
    on("stock_span", lambda r: (integers(r),), lambda x: [span(x[: i + 1]) for i in range(len(x))]),
    on("largest_rectangle", lambda r: (integers(r, 8, 0, 9),), lambda x: max(min(s) * len(s) for s in slices(x))),
    on("running_median", lambda r: (integers(r),), lambda x: [statistics.median(x[:i]) for i in range(1, len(x) + 1)]),
    on(
        "schedule_by_deadline",
        lambda r: ([(r.randint(1, 4), r.randint(1, 9)) for _ in range(6)],),
        lambda x: max(sum(p for _, p in c) for c in choices(x) if all(d > i for i, (d, _) in enumerate(sorted(c)))),
    ),
    on(
        "heap_merge",
        lambda r: ([sorted(integers(r, 4)) for _ in range(3)],),
        lambda x: sorted(n for row in x for n in row),
    ),
    on(
        "largest_square",
        lambda r: ([[cell > -2 for cell in row] for row in grid(r, 3, 4)],),
        lambda g: max(
            (
                k
                for k in range(1, 4)
                for i in range(4 - k)
                for j in range(5 - k)
                if all(all(row[j : j + k]) for row in g[i : i + k])
            ),
            default=0,
        ),
    ),
]


@pytest.mark.parametrize("check", CHECKS)
def test_a_component_agrees_with_its_definition(check: Check) -> None:
    random = Random(5)
    for _ in range(CASES):
        answer, expected = check(random)
        assert answer == expected
