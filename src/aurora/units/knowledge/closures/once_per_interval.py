"""The (key, time) events that come at least an interval after the last kept one with their key; times ascending."""

from aurora.contracts.component import Example, K, N, component


@component(
    words="once per key cooldown deduplicate events throttle per user",
    examples=[
        Example(([("a", 0), ("a", 1), ("b", 2), ("a", 9)], 5), [("a", 0), ("b", 2), ("a", 9)]),
        Example(([], 5), []),
    ],
    holds=lambda events, _interval, ret: (
        all(event in events for event in ret) and {key for key, _ in ret} == {key for key, _ in events}
    ),
)
def once_per_interval(events: list[tuple[K, N]], interval: N) -> list[tuple[K, N]]:
    """The (key, time) events that come at least an interval after the last kept one with their key; times ascending."""
    last: dict[K, N] = {}
    kept: list[tuple[K, N]] = []
    for key, time in events:
        if key not in last or time - last[key] >= interval:
            last[key] = time
            kept.append((key, time))
    return kept
