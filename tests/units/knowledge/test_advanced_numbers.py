"""Advanced packs over numbers and matrices agree with plain slow definitions on small random input."""

import functools
import itertools
import math
import operator
import statistics
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from tests.units.knowledge.test_advanced import run

CASES = 40


def integers(random: Random, longest: int = 7, low: int = -6, high: int = 9) -> list[int]:
    return [random.randint(low, high) for _ in range(random.randint(1, longest))]


def grid(random: Random, rows: int, columns: int) -> list[list[int]]:
    return [[random.randint(-4, 5) for _ in range(columns)] for _ in range(rows)]


def square(random: Random) -> list[list[int]]:
    size = random.randint(1, 4)
    return grid(random, size, size)


def slices(items: list[Any]) -> list[list[Any]]:
    return [items[i:j] for i in range(len(items)) for j in range(i + 1, len(items) + 1)]


def choices(items: Any) -> list[tuple[Any, ...]]:
    return [chosen for size in range(len(items) + 1) for chosen in itertools.combinations(items, size)]


def rises(items: tuple[Any, ...]) -> bool:
    return all(a < b for a, b in itertools.pairwise(items))


def is_prime(number: int) -> bool:
    return number > 1 and all(number % d for d in range(2, number))


def expansion(matrix: list[list[int]]) -> int:
    minors = ([row[:j] + row[j + 1 :] for row in matrix[1:]] for j in range(len(matrix)))
    return sum((-1) ** j * matrix[0][j] * expansion(minor) for j, minor in enumerate(minors)) if matrix else 1


def best_grid_way(cells: list[list[int]], better: Callable[..., int]) -> int:
    rows, columns = len(cells), len(cells[0])
    ways = itertools.combinations(range(rows + columns - 2), rows - 1)

    def total(downs: tuple[int, ...]) -> int:
        i = j = 0
        score = cells[0][0]
        for step in range(rows + columns - 2):
            i, j = (i + 1, j) if step in downs else (i, j + 1)
            score += cells[i][j]
        return score

    return better(total(downs) for downs in ways)


Check = Callable[[Random], tuple[Any, Any]]


def on(name: str, make: Callable[[Random], tuple[Any, ...]], definition: Callable[..., Any]) -> Any:
    """The answers of a component and of its definition for one random input."""

    def check(random: Random) -> tuple[Any, Any]:
        given = make(random)
        return run(name)(*given), definition(*given)

    return pytest.param(check, id=name)


CHECKS = [
    on("lis_length", lambda r: (integers(r),), lambda x: max(len(c) for c in choices(x) if rises(c))),
    on("max_subarray", lambda r: (integers(r),), lambda x: max(map(sum, slices(x)))),
    on("max_subarray_product", lambda r: (integers(r),), lambda x: max(map(math.prod, slices(x)))),
    on("max_circular_subarray", lambda r: (integers(r, 5),), lambda x: max(sum(s) for s in _turned_slices(x))),
    on("max_nonadjacent_sum", lambda r: (integers(r),), lambda x: max(sum(x[i] for i in c) for c in _apart(len(x)))),
    on(
        "longest_bitonic_length",
        lambda r: (integers(r),),
        lambda x: max(len(c) for c in choices(x) if c and rises(c[: c.index(max(c)) + 1]) and _falls(c)),
    ),
    on(
        "knapsack01",
        lambda r: ([3, 2, 4, 1, 5], [*integers(r, 1, 0, 9), 4, 2, 7, 3], r.randint(0, 12)),
        lambda w, v, room: max(sum(v[i] for i in c) for c in choices(range(5)) if sum(w[i] for i in c) <= room),
    ),
    on(
        "coin_change_ways",
        lambda r: (r.sample(range(1, 7), 3), r.randint(0, 12)),
        lambda coins, amount: sum(
            a * coins[0] + b * coins[1] + c * coins[2] == amount for a, b, c in itertools.product(range(13), repeat=3)
        ),
    ),
    on(
        "subset_sum_count",
        lambda r: (integers(r), r.randint(-5, 9)),
        lambda x, total: sum(sum(c) == total for c in choices(x)),
    ),
    on("min_path_sum", lambda r: (grid(r, 3, r.randint(1, 4)),), lambda g: best_grid_way(g, min)),
    on("max_path_sum", lambda r: (grid(r, 3, r.randint(1, 4)),), lambda g: best_grid_way(g, max)),
    on(
        "domino_tilings",
        lambda r: (2, r.randint(0, 9)),
        lambda _rows, columns: run("climb_stairs")(columns),
    ),
    on("determinant", lambda r: (square(r),), expansion),
    on("spiral", lambda r: (run("spiral_fill")(r.randint(1, 6)),), lambda m: list(range(1, len(m) ** 2 + 1))),
    on(
        "max_rectangle_sum",
        lambda r: (grid(r, r.randint(1, 3), r.randint(1, 4)),),
        lambda m: max(
            sum(map(sum, (row[a:b] for row in m[i:j])))
            for i, j in itertools.combinations(range(len(m) + 1), 2)
            for a, b in itertools.combinations(range(len(m[0]) + 1), 2)
        ),
    ),
    on(
        "closest_pair",
        lambda r: ([(r.randint(0, 9), r.randint(0, 9)) for _ in range(6)],),
        lambda p: min(itertools.starmap(math.dist, itertools.combinations(p, 2))),
    ),
    on(
        "xor_range",
        lambda r: tuple(sorted((r.randint(0, 40), r.randint(0, 40)))),
        lambda a, b: functools.reduce(operator.xor, range(a, b + 1)),
    ),
    on(
        "and_range",
        lambda r: tuple(sorted((r.randint(0, 40), r.randint(0, 40)))),
        lambda a, b: functools.reduce(operator.and_, range(a, b + 1)),
    ),
    on("total_bits_upto", lambda r: (r.randint(0, 300),), lambda n: sum(map(int.bit_count, range(n + 1)))),
    on(
        "max_xor_pair",
        lambda r: (integers(r, 6, 0, 60),),
        lambda x: max((a ^ b for a, b in itertools.combinations(x, 2)), default=0),
    ),
    on(
        "sum_xor_pairs",
        lambda r: (integers(r, 6, 0, 60),),
        lambda x: sum(a ^ b for a, b in itertools.combinations(x, 2)),
    ),
    on(
        "from_gray_code", lambda r: (r.randint(0, 500),), lambda code: next(n for n in range(512) if n ^ n >> 1 == code)
    ),
    on(
        "next_same_bits",
        lambda r: (r.randint(1, 200),),
        lambda n: next(m for m in itertools.count(n + 1) if m.bit_count() == n.bit_count()),
    ),
    on(
        "stirling2",
        lambda r: (r.randint(0, 6), r.randint(0, 6)),
        lambda n, k: sum(len(p) == k for p in run("set_partitions")(list(range(n)))),
    ),
    on("bell_number", lambda r: (r.randint(0, 7),), lambda n: len(run("set_partitions")(list(range(n))))),
    on("count_partitions", lambda r: (r.randint(0, 14),), lambda n: len(run("partitions")(n))),
    on(
        "derangements",
        lambda r: (r.randint(0, 6),),
        lambda n: sum(all(i != x for i, x in enumerate(p)) for p in itertools.permutations(range(n))),
    ),
    on(
        "eulerian_number",
        lambda r: (r.randint(0, 6), r.randint(0, 6)),
        lambda n, k: sum(sum(a < b for a, b in itertools.pairwise(p)) == k for p in itertools.permutations(range(n))),
    ),
    on(
        "stirling1",
        lambda r: (r.randint(0, 6), r.randint(0, 6)),
        lambda n, k: sum(len(run("permutation_cycles")(list(p))) == k for p in itertools.permutations(range(n))),
    ),
    on(
        "nth_permutation",
        lambda r: ([1, 2, 3, 4], r.randint(0, 23)),
        lambda x, n: sorted(map(list, itertools.permutations(x)))[n],
    ),
    on(
        "rank_permutation",
        lambda r: (r.sample(range(5), 5),),
        lambda x: sorted(itertools.permutations(range(5))).index(tuple(x)),
    ),
    on(
        "distinct_permutations",
        lambda r: (integers(r, 5, 1, 3),),
        lambda x: sorted(map(list, set(itertools.permutations(x)))),
    ),
    on("count_inversions", lambda r: (integers(r),), lambda x: sum(a > b for a, b in itertools.combinations(x, 2))),
    on("euler_phi", lambda r: (r.randint(1, 200),), lambda n: sum(math.gcd(k, n) == 1 for k in range(1, n + 1))),
    on("miller_rabin", lambda r: (r.randint(-3, 900),), is_prime),
    on("pow_mod", lambda r: (r.randint(0, 9), r.randint(0, 9), r.randint(1, 20)), lambda a, b, m: a**b % m),
    on(
        "sqrt_mod",
        lambda r: (r.randint(0, 40), r.choice([3, 5, 7, 13, 17, 41])),
        lambda n, p: min((x for x in range(p) if (x * x - n) % p == 0), default=None),
    ),
    on(
        "discrete_log",
        lambda r: (r.randint(1, 12), r.randint(0, 12), 13),
        lambda a, b, m: next((e for e in range(13) if a**e % m == b % m), None),
    ),
    on(
        "carmichael",
        lambda r: (r.randint(1, 80),),
        lambda n: next(
            e for e in itertools.count(1) if all(pow(a, e, n) == 1 % n for a in range(1, n + 1) if math.gcd(a, n) == 1)
        ),
    ),
    on(
        "moebius",
        lambda r: (r.randint(1, 90),),
        lambda n: (
            0
            if any(n % (d * d) == 0 for d in range(2, n + 1))
            else (-1) ** sum(n % p == 0 and is_prime(p) for p in range(2, n + 1))
        ),
    ),
    on("fft_convolve", lambda r: (integers(r), integers(r)), lambda a, b: run("poly_mul")(a, b)),
    on("ncr_mod", lambda r: (r.randint(0, 12), r.randint(0, 12), r.randint(1, 9)), lambda n, k, m: math.comb(n, k) % m),
    on("lucas_binomial", lambda r: (r.randint(0, 30), r.randint(0, 30), 5), lambda n, k, p: math.comb(n, k) % p),
    on(
        "integer_root",
        lambda r: (r.randint(0, 900), r.randint(1, 5)),
        lambda n, d: max(x for x in range(n + 1) if x**d <= n),
    ),
    on("variance", lambda r: (integers(r),), lambda x: pytest.approx(statistics.pvariance(x))),
    on("sample_stdev", lambda r: ([1, *integers(r)],), lambda x: pytest.approx(statistics.stdev(x))),
    on("geometric_mean", lambda r: (integers(r, 7, 1, 9),), lambda x: pytest.approx(statistics.geometric_mean(x))),
    on(
        "correlation",
        lambda r: ([1, 5, *(y := integers(r))], [3, *y, 8]),
        lambda x, y: pytest.approx(statistics.correlation(x, y)),
    ),
    on(
        "linear_fit",
        lambda r: ([1, 5, *(y := integers(r))], [3, *y, 8]),
        lambda x, y: pytest.approx(tuple(statistics.linear_regression(x, y))),
    ),
    on(
        "percentile",
        lambda r: ([1, *integers(r)], 25),
        lambda x, _: pytest.approx(statistics.quantiles(x, n=4, method="inclusive")[0]),
    ),
]


def _falls(items: tuple[int, ...]) -> bool:
    return all(a > b for a, b in itertools.pairwise(items[items.index(max(items)) :]))


def _turned_slices(items: list[int]) -> list[list[int]]:
    return [part for i in range(len(items)) for part in slices(items[i:] + items[:i])]


def _apart(size: int) -> list[tuple[int, ...]]:
    return [places for places in choices(range(size)) if all(b - a > 1 for a, b in itertools.pairwise(places))]


@pytest.mark.parametrize("check", CHECKS)
def test_a_component_agrees_with_its_definition(check: Check) -> None:
    random = Random(7)
    for _ in range(CASES):
        answer, expected = check(random)
        assert answer == expected


@pytest.mark.parametrize("seed", range(20))
def test_a_matrix_times_its_inverse_is_the_identity(seed: int) -> None:
    matrix = [[1, 2, 3], [0, 1, 4], [5, 6, seed + 1]]
    product = run("matmul")(run("inverse_matrix")(matrix), matrix)
    assert product == [pytest.approx(row, abs=1e-9) for row in run("identity")(3)]


@pytest.mark.parametrize("seed", range(30))
def test_a_convex_hull_has_every_point_on_its_left(seed: int) -> None:
    random = Random(seed)
    points = [(random.randint(0, 9), random.randint(0, 9)) for _ in range(9)]
    hull = run("convex_hull")(points)
    corners = zip(hull, hull[1:] + hull[:1], strict=True)
    assert all(run("orientation")(a, b, point) >= 0 for a, b in corners for point in points)


@pytest.mark.parametrize("seed", range(20))
def test_the_chinese_remainder_is_the_least_number_with_these_rests(seed: int) -> None:
    random = Random(seed)
    rests = [random.randrange(modulus) for modulus in (3, 4, 7)]
    fits = (n for n in range(84) if [n % modulus for modulus in (3, 4, 7)] == rests)
    assert run("crt")(rests, [3, 4, 7]) == next(fits)
