"""Small pictures as inline SVG: shares of a whole, a sparkline, a layered graph."""

from collections.abc import Mapping, Sequence
from html import escape

WIDTH = 720
NODE_HEIGHT, GAP_X, GAP_Y, CHARACTER = 26, 16, 44, 7.4


def shares(counts: Mapping[str, int]) -> str:
    """One bar, cut in proportion; each piece carries the class of its name. Empty when there is nothing."""
    total = sum(counts.values())
    if not total:
        return ""
    pieces, x = [], 0.0
    for name, count in counts.items():
        width = WIDTH * count / total
        if count:
            box = f'class="{escape(name)}" x="{x:.1f}" y="0" width="{max(width - 2, 1):.1f}" height="14" rx="3"'
            pieces.append(f"<rect {box}><title>{count} {escape(name)}</title></rect>")
        x += width
    label = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    facts = f'viewBox="0 0 {WIDTH} 14" role="img" aria-label="{escape(label)}" preserveAspectRatio="none"'
    return f"<svg {facts}>{''.join(pieces)}</svg>"


def sparkline(values: Sequence[float], name: str = "value") -> str:
    """A line over the values, oldest left, with a dot on the newest; empty for fewer than two."""
    if len(values) < 2:
        return ""
    low, high = min(values), max(values)
    span = (high - low) or 1.0
    step = 120 / (len(values) - 1)
    points = [(4 + index * step, 24 - 20 * (value - low) / span) for index, value in enumerate(values)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    x, y = points[-1]
    label = f"{escape(name)} of {len(values)} runs, from {values[0]:g} to {values[-1]:g}"
    return (
        f'<svg class="spark" viewBox="0 0 128 28" role="img" aria-label="{label}">'
        f'<polyline points="{line}"/><circle cx="{x:.1f}" cy="{y:.1f}" r="3"/></svg>'
    )


def steps(points: Sequence[tuple[int, int, int]]) -> str:
    """A learning curve: (functions recorded, held-out tasks verified, candidates tried), a panel each over one axis.

    Each panel has its own scale, from 0 to its largest value; empty for fewer than two points.
    """
    if len(points) < 2:
        return ""
    last, panels, words = points[-1][0] or 1, [], []
    across = [40 + 400 * point[0] / last for point in points]
    for row, (kind, name) in enumerate((("verified", "verified"), ("tried", "candidates tried"))):
        values = [point[row + 1] for point in points]
        panels.append(f'<g class="{kind}">{_panel(name, across, values, 130 * row)}</g>')
        words.append(f"{name} from {values[0]:,} to {values[-1]:,}")
    ticks = "".join(
        f'<text class="tick" x="{x:.1f}" y="266" text-anchor="middle">{point[0]}</text>'
        for x, point in zip(across, points, strict=True)
    )
    axis = f'{ticks}<text class="tick" x="240" y="286" text-anchor="middle">functions recorded before</text>'
    label = f"after 0 to {last} recorded functions: {'; '.join(words)}"
    facts = f'class="curve" viewBox="0 0 480 292" role="img" aria-label="{label}"'
    return f"<svg {facts}>{axis}{''.join(panels)}</svg>"


def _panel(name: str, across: Sequence[float], values: Sequence[int], top: int) -> str:
    """One line under its name, each point with its value above it, over a line for 0."""
    most = max(values) or 1
    places = [(x, top + 118 - 66 * value / most) for x, value in zip(across, values, strict=True)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>'
        f'<text x="{x:.1f}" y="{y - 9:.1f}" text-anchor="middle">{value:,}</text>'
        for (x, y), value in zip(places, values, strict=True)
    )
    base = f'<line x1="30" y1="{top + 118}" x2="450" y2="{top + 118}"/>'
    return f'<text x="4" y="{top + 18}" font-weight="600">{name}</text>{base}<polyline points="{line}"/>{dots}'


def call_graph(edges: Sequence[tuple[str, str]]) -> str:
    """Callers above what they call, in layers by longest path; empty when nothing calls anything."""
    if not edges:
        return ""
    layers = _layers(edges)
    rows = [
        sorted(name for name, layer in layers.items() if layer == level) for level in range(max(layers.values()) + 1)
    ]
    rows = [piece for row in rows for piece in _wrapped(row)]
    places = {name: place for level, row in enumerate(rows) for name, place in _places(row, level).items()}
    height = len(rows) * (NODE_HEIGHT + GAP_Y) - GAP_Y + 8
    arrows = "".join(_arrow(places[caller], places[callee]) for caller, callee in sorted(set(edges)))
    nodes = "".join(_node(name, *place) for name, place in places.items())
    names = ", ".join(f"{escape(caller)} calls {escape(callee)}" for caller, callee in sorted(set(edges)))
    return f'<svg class="graph" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{names}">{arrows}{nodes}</svg>'


def _layers(edges: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Longest distance from a function that nothing calls; a cycle ends after as many rounds as there are names."""
    names = list(dict.fromkeys(name for edge in edges for name in edge))
    layers = dict.fromkeys(names, 0)
    for _ in names:
        for caller, callee in edges:
            if caller != callee:
                layers[callee] = min(max(layers[callee], layers[caller] + 1), len(names))
    used = sorted(set(layers.values()))
    return {name: used.index(layer) for name, layer in layers.items()}


def _width(name: str) -> float:
    return len(name) * CHARACTER + 20


def _wrapped(row: Sequence[str]) -> list[list[str]]:
    """A layer as one or more rows that fit the width."""
    rows: list[list[str]] = [[]]
    used = 0.0
    for name in row:
        if rows[-1] and used + _width(name) > WIDTH:
            rows.append([])
            used = 0.0
        rows[-1].append(name)
        used += _width(name) + GAP_X
    return rows


def _places(row: Sequence[str], level: int) -> dict[str, tuple[float, float, float]]:
    """name -> (left, top, width), the row centred."""
    total = sum(_width(name) for name in row) + GAP_X * (len(row) - 1)
    x = (WIDTH - total) / 2
    places: dict[str, tuple[float, float, float]] = {}
    for name in row:
        places[name] = (x, 4 + level * (NODE_HEIGHT + GAP_Y), _width(name))
        x += _width(name) + GAP_X
    return places


def _node(name: str, x: float, y: float, width: float) -> str:
    middle = x + width / 2
    return (
        f'<g class="node"><rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{NODE_HEIGHT}" rx="6"/>'
        f'<text x="{middle:.1f}" y="{y + 17:.1f}" text-anchor="middle">{escape(name)}</text></g>'
    )


def _arrow(start: tuple[float, float, float], end: tuple[float, float, float]) -> str:
    x1, y1 = start[0] + start[2] / 2, start[1] + NODE_HEIGHT
    x2, y2 = end[0] + end[2] / 2, end[1]
    middle = (y1 + y2) / 2
    curve = f"M{x1:.1f},{y1:.1f} C{x1:.1f},{middle:.1f} {x2:.1f},{middle:.1f} {x2:.1f},{y2:.1f}"
    return f'<path class="edge" d="{curve}"/>'
