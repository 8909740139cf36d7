"""Advanced packs over trees, graphs and constraints agree with plain slow definitions on small random input."""

import itertools
from random import Random
from typing import Any

import pytest

from tests.units.knowledge.test_advanced import run
from tests.units.knowledge.test_advanced_numbers import CASES, Check, choices, grid, integers, on

Edge = tuple[int, int, int]
SIZE = 6


def arcs(random: Random) -> dict[int, list[int]]:
    return {node: [other for other in range(SIZE) if random.random() < 0.25] for node in range(SIZE)}


def links(random: Random) -> dict[int, list[int]]:
    joined = [pair for pair in itertools.combinations(range(SIZE), 2) if random.random() < 0.35]
    return {node: [sum(pair) - node for pair in joined if node in pair] for node in range(SIZE)}


def weighted(random: Random) -> list[Edge]:
    pairs = itertools.permutations(range(SIZE), 2)
    return [(a, b, random.randint(1, 9)) for a, b in pairs if random.random() < 0.3]


def reached(graph: dict[int, list[int]], start: int) -> set[int]:
    found = {start}
    for _ in graph:
        found |= {other for node in found for other in graph.get(node, [])}
    return found


def parts(graph: dict[int, list[int]]) -> int:
    return len({frozenset(reached(graph, node)) for node in graph})


def without_node(graph: dict[int, list[int]], gone: int) -> dict[int, list[int]]:
    return {node: [other for other in near if other != gone] for node, near in graph.items() if node != gone}


def without_edge(graph: dict[int, list[int]], a: int, b: int) -> dict[int, list[int]]:
    return {node: [other for other in near if {node, other} != {a, b}] for node, near in graph.items()}


def shortest(edges: list[Edge], start: int) -> list[int | None]:
    best: dict[int, int] = {start: 0}
    for _ in range(SIZE):
        for a, b, weight in edges:
            if a in best:
                best[b] = min(best.get(b, best[a] + weight), best[a] + weight)
    return [best.get(node) for node in range(SIZE)]


def spanning_weight(edges: list[Edge]) -> int | None:
    trees = (
        tree for tree in itertools.combinations(edges, 3) if run("count_components")(4, [e[:2] for e in tree]) == 1
    )
    return min((sum(edge[2] for edge in tree) for tree in trees), default=None)


def satisfied(clauses: list[list[int]], truths: tuple[bool, ...]) -> bool:
    return all(any(truths[abs(x) - 1] == (x > 0) for x in clause) for clause in clauses)


def queens_in_peace(columns: tuple[int, ...]) -> bool:
    return all(abs(a - b) != j - i for (i, a), (j, b) in itertools.combinations(enumerate(columns), 2))


CHECKS = [
    on(
        "topo_sort",
        lambda r: ({a: [b for b in range(a + 1, SIZE) if r.random() < 0.4] for a in range(SIZE)},),
        lambda g: min(
            list(p)
            for p in itertools.permutations(range(SIZE))
            if all(p.index(a) < p.index(b) for a in g for b in g[a])
        ),
    ),
    on("has_cycle", lambda r: (arcs(r),), lambda g: any(node in reached(g, other) for node in g for other in g[node])),
    on(
        "strong_components",
        lambda r: (arcs(r),),
        lambda g: (
            run("strong_components")(g)
            if {frozenset(c) for c in run("strong_components")(g)}
            == {frozenset(b for b in reached(g, a) if a in reached(g, b)) for a in g}
            else None
        ),
    ),
    on(
        "count_components",
        lambda r: (SIZE, run("edges_of")(links(r))),
        lambda _n, edges: parts({**{n: [] for n in range(SIZE)}, **run("adjacency_from_edges")(edges)}),
    ),
    on(
        "is_bipartite",
        lambda r: (links(r),),
        lambda g: any(all(c[a] != c[b] for a in g for b in g[a]) for c in itertools.product((0, 1), repeat=SIZE)),
    ),
    on(
        "bridges",
        lambda r: (links(r),),
        lambda g: [(a, b) for a in g for b in g[a] if a < b and parts(without_edge(g, a, b)) > parts(g)],
    ),
    on(
        "articulation_points",
        lambda r: (links(r),),
        lambda g: [node for node in g if g[node] and parts(without_node(g, node)) > parts(g)],
    ),
    on("bellman_ford", lambda r: (SIZE, weighted(r), 0), lambda _n, edges, start: shortest(edges, start)),
    on(
        "dijkstra",
        lambda r: (run("weighted_arcs")(weighted(r)), 0),
        lambda g, start: {n: far for n, far in enumerate(shortest(run_edges(g), start)) if far is not None},
    ),
    on(
        "floyd_warshall",
        lambda r: ([[r.choice([None, 1, 4, 9]) for _ in range(SIZE)] for _ in range(SIZE)],),
        lambda m: [
            shortest([(i, j, m[i][j]) for i in range(SIZE) for j in range(SIZE) if m[i][j] is not None], start)
            for start in range(SIZE)
        ],
    ),
    on(
        "mst_weight",
        lambda r: (
            4,
            [
                (0, 1, 9),
                (1, 2, 9),
                (2, 3, 9),
                *((a, b, r.randint(1, 9)) for a, b in itertools.combinations(range(4), 2)),
            ],
        ),
        lambda _n, edges: spanning_weight(edges),
    ),
    on(
        "prim",
        lambda r: (
            run("weighted_adjacency")(
                [(0, 1, 9), (1, 2, 9), (2, 3, 9), (0, 3, r.randint(1, 9)), (1, 3, r.randint(1, 9))]
            ),
        ),
        lambda g: spanning_weight(run_edges(g)),
    ),
    on(
        "round_trip",
        lambda r: ([[r.randint(1, 9) for _ in range(5)] for _ in range(5)],),
        lambda m: min(
            sum(m[a][b] for a, b in itertools.pairwise((0, *order, 0))) for order in itertools.permutations(range(1, 5))
        ),
    ),
    on(
        "astar",
        lambda r: ([[abs(cell) for cell in row] for row in grid(r, 3, 3)], (0, 0), (2, 2)),
        lambda g, start, goal: run("dijkstra")(
            {
                (i, j): {(x, y): g[x][y] for x in range(3) for y in range(3) if abs(i - x) + abs(j - y) == 1}
                for i in range(3)
                for j in range(3)
            },
            start,
        )[goal],
    ),
    on(
        "n_queens",
        lambda r: (r.randint(0, 6),),
        lambda n: [list(p) for p in itertools.permutations(range(n)) if queens_in_peace(p)],
    ),
    on("count_queens", lambda r: (r.randint(0, 7),), lambda n: len(run("n_queens")(n))),
    on(
        "combinations_with_sum",
        lambda r: (integers(r, 7, 1, 6), r.randint(0, 12)),
        lambda x, total: sorted(map(list, {tuple(sorted(c)) for c in choices(x) if sum(c) == total})),
    ),
    on(
        "subset_sum_bt",
        lambda r: (integers(r, 6, 1, 9), r.randint(0, 20)),
        lambda x, total: run("subset_sum_bt")(x, total) if any(sum(c) == total for c in choices(x)) else None,
    ),
    on("equal_sum_groups", lambda r: (integers(r, 6, 0, 5), 2), lambda x, _: run("partition_equal")(x)),
    on(
        "graph_colour_bt",
        lambda r: (links(r), 3),
        lambda g, k: (
            run("graph_colour_bt")(g, k)
            if any(all(c[a] != c[b] for a in g for b in g[a]) for c in itertools.product(range(k), repeat=SIZE))
            else None
        ),
    ),
]


def run_edges(graph: dict[int, dict[int, int]]) -> list[Edge]:
    return [(a, b, weight) for a, ends in graph.items() for b, weight in ends.items()]


@pytest.mark.parametrize("check", CHECKS)
def test_a_component_agrees_with_its_definition(check: Check) -> None:
    random = Random(5)
    for _ in range(CASES):
        answer, expected = check(random)
        assert answer == expected


@pytest.mark.parametrize("seed", range(CASES))
def test_sat_finds_truths_exactly_when_there_are_some(seed: int) -> None:
    random = Random(seed)
    clauses = [[random.choice((-1, 1)) * random.randint(1, 4) for _ in range(2)] for _ in range(9)]
    possible = any(satisfied(clauses, truths) for truths in itertools.product((False, True), repeat=4))
    assert (run("sat_small")(clauses) is not None) == possible


@pytest.mark.parametrize("seed", range(CASES))
def test_an_exact_cover_is_found_exactly_when_there_is_one(seed: int) -> None:
    random = Random(seed)
    sets = [random.sample(range(5), random.randint(1, 3)) for _ in range(6)]
    everything = sorted({item for row in sets for item in row})
    covers = (sorted(item for row in chosen for item in row) == everything for chosen in choices(sets))
    assert (run("exact_cover")(sets) is not None) == any(covers)


@pytest.mark.parametrize("seed", range(CASES))
def test_a_search_tree_keeps_its_order(seed: int) -> None:
    values = integers(Random(seed), 12, 0, 20)
    tree = run("bst_from_list")(values)
    smaller = run("delete_bst")(tree, values[0])
    assert run("inorder")(tree) == sorted(set(values))
    assert run("inorder")(smaller) == sorted(set(values) - {values[0]})
    assert run("validate_bst")(smaller)
    assert run("search_bst")(tree, values[0])
    assert not run("search_bst")(smaller, values[0])


@pytest.mark.parametrize("seed", range(CASES))
def test_a_tree_comes_back_from_its_traversals_and_its_text(seed: int) -> None:
    tree: Any = run("bst_from_list")(Random(seed).sample(range(30), 12))
    assert run("tree_from_traversals")(run("preorder")(tree), run("inorder")(tree)) == tree
    assert run("deserialize_tree")(run("serialize_tree")(tree)) == tree
    assert len(run("level_order")(tree)) == run("height")(tree)


def test_a_sudoku_of_nine_is_solved() -> None:
    text = "530070000600195000098000060800060003400803001700020006060000280000419005000080079"
    solved = run("sudoku")([[int(digit) for digit in text[i : i + 9]] for i in range(0, 81, 9)])
    assert solved[0] == [5, 3, 4, 6, 7, 8, 9, 1, 2]
    assert run("is_valid_sudoku")(solved)


def test_a_knight_visits_all_cells_by_its_jumps() -> None:
    board = run("knights_tour")(6)
    cells = {number: (i, j) for i, row in enumerate(board) for j, number in enumerate(row)}
    way = [cells[number] for number in range(36)]
    assert all({abs(a[0] - b[0]), abs(a[1] - b[1])} == {1, 2} for a, b in itertools.pairwise(way))


def test_send_more_money() -> None:
    digits = run("crypt_arithmetic")(["send", "more"], "money")
    assert digits == {"d": 7, "n": 6, "e": 5, "s": 9, "r": 8, "o": 0, "m": 1, "y": 2}
