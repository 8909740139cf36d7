"""Small pictures as inline SVG."""

import re
import xml.etree.ElementTree as ET

from aurora.adapters.report.svg import WIDTH, call_graph, shares, sparkline, steps


def test_nothing_gives_no_picture() -> None:
    assert (shares({}), shares({"verified": 0}), sparkline([]), sparkline([1.0]), call_graph([])) == (
        "",
        "",
        "",
        "",
        "",
    )


def test_shares_are_in_proportion_and_empty_ones_left_out() -> None:
    picture = shares({"verified": 3, "failed": 1, "abstained": 0})
    widths = [float(width) for width in re.findall(r'width="([\d.]+)"', picture)]
    assert widths == [WIDTH * 0.75 - 2, WIDTH * 0.25 - 2]
    assert 'aria-label="3 verified, 1 failed"' in picture


def test_a_sparkline_rises_and_falls_with_its_values() -> None:
    heights = [float(y) for y in re.findall(r",([\d.]+)", re.findall(r'points="([^"]+)"', sparkline([1, 3, 2]))[0])]
    assert heights == [24.0, 4.0, 14.0]


def test_a_flat_sparkline_is_a_line() -> None:
    assert "nan" not in sparkline([2, 2])


def tops(picture: str) -> dict[str, float]:
    nodes = re.findall(r'y="([\d.]+)"[^>]*/><text[^>]*>([^<]+)<', picture)
    return {name: float(top) for top, name in nodes}


def test_callers_stand_above_what_they_call() -> None:
    top = tops(call_graph([("a", "b"), ("b", "c"), ("a", "c")]))
    assert top["a"] < top["b"] < top["c"]


def test_recursion_and_cycles_are_drawn_and_end() -> None:
    assert set(tops(call_graph([("a", "a"), ("b", "c"), ("c", "b")]))) == {"a", "b", "c"}


def test_a_layer_that_is_too_wide_goes_on_below() -> None:
    picture = call_graph([("top", f"a_rather_long_function_name_{n}") for n in range(8)])
    lefts = [float(x) for x in re.findall(r'<rect x="([-\d.]+)"', picture)]
    assert min(lefts) >= 0
    assert len(set(tops(picture).values())) > 2


def test_names_are_escaped_and_pictures_are_well_formed() -> None:
    for picture in (call_graph([("<a>", "b&c")]), shares({"<x>": 1}), sparkline([1, 2])):
        ET.fromstring(picture)


def test_one_point_is_no_curve() -> None:
    assert steps([]) == steps([(0, 1, 2)]) == ""


def test_a_curve_has_a_line_for_what_was_verified_and_one_for_what_was_tried() -> None:
    picture = steps([(0, 2, 1000), (5, 4, 500), (9, 4, 250)])
    assert picture.count("<polyline") == 2
    assert picture.count("<circle") == 6
    assert "verified from 2 to 4; candidates tried from 1,000 to 250" in picture
    assert all(f">{value}</text>" in picture for value in ("2", "4", "1,000", "500", "250", "9"))


def test_the_lines_of_a_curve_that_change_alike_do_not_cover_each_other() -> None:
    lines = re.findall(r'points="([^"]+)"', steps([(0, 1, 100), (3, 2, 200)]))
    upper, lower = ([float(y) for y in re.findall(r",([\d.]+)", line)] for line in lines)
    assert max(upper) + 20 < min(lower)
