"""The advanced packs: complete, their probes are true, and bad input is refused."""

import ast
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest

from aurora.contracts.pack import Pack
from aurora.registry.discover import discover

PACKS = {
    "combinatorics": 21,
    "bits": 22,
    "regexes": 23,
    "parsing": 24,
    "encodings": 25,
    "dates": 26,
    "stacks": 28,
    "trees": 30,
    "graphs": 31,
    "dynamic_programming": 32,
    "intervals": 33,
    "windows": 34,
    "matrices": 35,
    "geometry": 36,
    "statistics": 45,
    "weighted_graphs": 49,
    "text_algorithms": 51,
    "algebra": 52,
    "backtracking": 53,
}
REGISTRY = discover(*(f"aurora.units.knowledge.{pack}" for pack in PACKS))
COMPONENTS: dict[str, Callable[..., Any]] = {part.name: part.run for part in REGISTRY.parts}
SHORTEST_PAGE = 20


def run(name: str) -> Callable[..., Any]:
    return COMPONENTS[name]


def pack_of(folder: str) -> Pack:
    pack = import_module(f"aurora.units.knowledge.{folder}").PACK
    assert isinstance(pack, Pack)
    return pack


REFUSED: list[tuple[str, tuple[Any, ...], type[Exception]]] = [
    ("climb_stairs", (-1,), ValueError),
    ("coin_min", ([0, 1], 3), ValueError),
    ("coin_min", ([1], -3), ValueError),
    ("knapsack01", ([1, 2], [3], 4), ValueError),
    ("max_subarray", ([],), ValueError),
    ("matrix_chain", ([3],), ValueError),
    ("grid_paths", (0, 3), ValueError),
    ("decode_ways", ("1x",), ValueError),
    ("min_triangle_path", ([[1], [2]],), ValueError),
    ("determinant", ([[1, 2]],), ValueError),
    ("inverse_matrix", ([[1, 2], [2, 4]],), ValueError),
    ("transpose", ([[1, 2], [3]],), ValueError),
    ("matmul", ([[1, 2]], [[1, 2]]), ValueError),
    ("rectangle_sum", ([[1]], 0, 0, 1, 0), IndexError),
    ("reshape", ([1, 2, 3], 2), ValueError),
    ("slope", ((1, 2), (1, 3)), ZeroDivisionError),
    ("heron_area", (1, 2, 4), ValueError),
    ("inradius", (1, 1, 2), ValueError),
    ("circle_through", ((0, 0), (1, 1), (2, 2)), ValueError),
    ("interior_angle", (2,), ValueError),
    ("closest_pair", ([(0, 0)],), ValueError),
    ("to_base", (5, 1), ValueError),
    ("from_base", ("12", 2), ValueError),
    ("reverse_bits", (8, 3), ValueError),
    ("twos_complement", (128, 8), ValueError),
    ("xor_missing", ([5],), ValueError),
    ("nth_permutation", ([1, 2], 2), IndexError),
    ("permutation_cycles", ([1, 1],), ValueError),
    ("partitions", (-1,), ValueError),
    ("josephus", (0, 1), ValueError),
    ("window_sums", ([1], 0), ValueError),
    ("max_window_sum", ([1], 2), ValueError),
    ("range_additions", (2, [(1, 2, 5)]), IndexError),
    ("gas_station", ([1], [1, 2]), ValueError),
    ("covered_length", ([(3, 1)],), ValueError),
    ("greedy_change", (3, [2]), ValueError),
    ("egyptian_fractions", (3, 2), ValueError),
    ("rescue_boats", ([5], 4), ValueError),
    ("mean", ([],), ValueError),
    ("percentile", ([1], 101), ValueError),
    ("sample_variance", ([1],), ValueError),
    ("correlation", ([1, 1], [1, 2]), ZeroDivisionError),
    ("harmonic_mean", ([-1, 1],), ValueError),
    ("mod_inverse", (2, 4), ValueError),
    ("crt", ([1, 0], [2, 4]), ValueError),
    ("pollard_rho", (13,), ValueError),
    ("sqrt_mod", (1, 8), ValueError),
    ("discrete_log", (2, 1, 4), ValueError),
    ("quadratic_roots", (0, 1, 1), ValueError),
    ("poly_divmod", ([1, 2], [1, 2]), ValueError),
    ("hamming_distance", ("a", "ab"), ValueError),
    ("soundex", ("",), ValueError),
    ("run_length_text_decode", ("a3",), ValueError),
    ("bracket_depth", (")(",), ValueError),
    ("queue_of_two_stacks", ([None],), IndexError),
    ("heap_replace", ([], 1), IndexError),
    ("shunting_yard", (["("],), ValueError),
    ("eval_rpn", (["+"],), ValueError),
    ("eval_rpn", (["1", "2"],), ValueError),
    ("evaluate_formula", ("1 +",), ValueError),
    ("evaluate_formula", ("open('x')",), ValueError),
    ("evaluate_formula", ("9 ** 9 ** 9",), ValueError),
    ("evaluate_formula", ("1 / 0",), ZeroDivisionError),
    ("parse_brackets", ("(a",), ValueError),
    ("parse_brackets", ("a)",), ValueError),
    ("decode_repeats", ("2[a",), ValueError),
    ("parse_kv", ("a", ";", "="), ValueError),
    ("parse_bool", ("perhaps",), ValueError),
    ("parse_ranges", ("3-1",), ValueError),
    ("tokenize_expr", ("1 $ 2",), ValueError),
    ("parse_iso", ("2023-02-29",), ValueError),
    ("month_name", (13,), ValueError),
    ("month_number", ("brumaire",), ValueError),
    ("nth_weekday", (2023, 2, 1, 5), ValueError),
    ("to_utc", ("2024-01-01T00:00:00",), ValueError),
    ("duration_parse", ("5 years",), ValueError),
    ("cron_next", ("0 0 31 2 *", "2024-01-01T00:00"), ValueError),
    ("build_tree", ([1, None, None, 2],), ValueError),
    ("deserialize_tree", ([1, None],), ValueError),
    ("tree_from_traversals", ([1, 2], [1, 3]), ValueError),
    ("kth_smallest_bst", ((1, None, None), 2), IndexError),
    ("max_path_total", (None,), ValueError),
    ("topo_sort", ({1: [2], 2: [1]},), ValueError),
    ("topo_order", (2, [(0, 2)]), IndexError),
    ("dependency_levels", ({1: [1]},), ValueError),
    ("flood_fill", ([[1]], 1, 0, 2), IndexError),
    ("dijkstra", ({1: {2: -1}}, 1), ValueError),
    ("bellman_ford", (2, [(0, 1, -1), (1, 0, 0)], 0), ValueError),
    ("mst_weight", (2, []), ValueError),
    ("bridges", ({1: [2], 2: []},), ValueError),
    ("union_find", ([1], [(1, 2)]), KeyError),
    ("sudoku", ([[0, 0], [0, 0]],), ValueError),
    ("subset_sum_bt", ([0], 1), ValueError),
    ("sat_small", ([[0]],), ValueError),
    ("keypad_words", ("1",), ValueError),
    ("graph_colour_bt", ({1: [2], 2: []}, 2), ValueError),
    ("tokenise_re", ({"n": r"\d"}, "a"), ValueError),
    ("from_base64", ("a",), ValueError),
    ("vigenere_shift", ("a", "", 1), ValueError),
    ("char_name", ("\x00",), ValueError),
    ("morse_code", ("ä",), KeyError),
]


@pytest.mark.parametrize(("name", "given", "error"), REFUSED, ids=[f"{name}{given}" for name, given, _ in REFUSED])
def test_bad_input_is_refused(name: str, given: tuple[Any, ...], error: type[Exception]) -> None:
    with pytest.raises(error):
        run(name)(*given)


@pytest.mark.parametrize("folder", PACKS)
def test_a_pack_has_its_number_and_at_least_ten_parts(folder: str) -> None:
    prefix = f"units.knowledge.{folder}."
    assert pack_of(folder).number == PACKS[folder]
    assert sum(part.id.startswith(prefix) for part in REGISTRY.parts) >= 10


@pytest.mark.parametrize("part", REGISTRY.parts, ids=lambda part: part.id)
def test_a_part_has_a_page_words_a_property_and_three_examples(part: Any) -> None:
    assert len(part.page) >= SHORTEST_PAGE
    assert part.facts["words"]
    assert part.facts["holds"] is not None
    assert len(part.examples) >= 3
    assert part.run.__name__ == part.name


SOLVED: dict[str, Callable[..., Any]] = {
    "fewest_stamps": run("coin_min"),
    "growing_row": run("lis_length"),
    "typing_slips": run("edit_distance"),
    "peel": run("spiral"),
    "volume_factor": run("determinant"),
    "all_lines_agree": run("is_magic_square"),
    "plot_size": run("area_polygon"),
    "rubber_band": run("convex_hull"),
    "in_harbour": run("point_in_polygon"),
    "switches_to_flip": run("hamming_bits"),
    "written_in_base": run("to_base"),
    "longest_lit": run("longest_ones_run"),
    "box_ways": run("stirling2"),
    "following_order": run("next_permutation"),
    "sums_of": run("partitions"),
    "puddles": run("trapped_rain"),
    "stretches": run("subarray_sum_k"),
    "hottest": run("max_k_window"),
    "joined_bookings": run("merge_intervals"),
    "classrooms": run("min_rooms"),
    "hops": run("jump_min"),
    "togetherness": lambda first, second: round(run("correlation")(first, second), 3),
    "odd_readings": run("iqr_outliers"),
    "average_speed": lambda speeds: round(run("harmonic_mean")(speeds), 2),
    "strangers": run("euler_phi"),
    "times": run("poly_mul"),
    "undo_factor": run("mod_inverse"),
    "shared_piece": run("lcs_string"),
    "sound_code": run("soundex"),
    "mirror_piece": run("manacher"),
    "days_to_wait": run("next_greater_distance"),
    "well_bracketed": run("balanced_brackets"),
    "medians_so_far": run("running_median"),
    "calculator": run("evaluate_formula"),
    "fields": run("split_csv_line"),
    "polish": lambda text: run("eval_rpn")(text.split()),
    "pay_day": run("add_months"),
    "office_days": run("business_days"),
    "full_years": run("age_on"),
    "generations": run("level_order"),
    "is_ordered": run("validate_bst"),
    "common_boss": run("lca"),
    "bus_rides": lambda lines, start, goal: run("shortest_hops")(run("adjacency_from_edges")(lines), start, goal),
    "lakes": run("islands"),
    "course_order": run("topo_order"),
    "kilometres": run("cheapest_way"),
    "cable": run("mst_weight"),
    "peaceful_queens": run("count_queens"),
    "traceable": run("word_search"),
    "addresses": run("extract_emails"),
    "readings": run("find_all_numbers"),
    "plain_letters": run("strip_accents"),
    "address_part": run("slugify"),
}
PROBES = [probe for folder in PACKS for probe in pack_of(folder).probes]


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.signature)
def test_a_probe_is_true_of_the_component_that_it_is_for(probe: Any) -> None:
    function = ast.parse(f"{probe.signature}: ...").body[0]
    assert isinstance(function, ast.FunctionDef)
    assert len(probe.asserts) >= 4
    assert len(probe.hidden) >= 4
    for statement in (*probe.asserts, *probe.hidden):
        test = ast.parse(statement).body[0]
        assert isinstance(test, ast.Assert)
        assert eval(ast.unparse(test.test), {function.name: SOLVED[function.name]}), statement
