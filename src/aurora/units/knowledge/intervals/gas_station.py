"""The first station of a round trip from which the tank never runs empty; -1 when there is none.

After a failure at one station every start before it fails too.
"""

from aurora.contracts.component import Example, component


@component(
    words="gas station circuit round trip petrol pump start truck tour",
    examples=[
        Example(([1, 2, 3, 4, 5], [3, 4, 5, 1, 2]), 3),
        Example(([2, 3, 4], [3, 4, 3]), -1),
        Example(([5], [5]), 0),
    ],
    holds=lambda gas, cost, ret: (ret == -1) == (sum(gas) < sum(cost) or not gas),
)
def gas_station(gas: list[int], cost: list[int]) -> int:
    """The first station of a round trip from which the tank never runs empty; -1 when there is none."""
    if len(gas) != len(cost):
        raise ValueError("one cost a station is needed")
    if not gas or sum(gas) < sum(cost):
        return -1
    start = tank = 0
    for station, (fuel, price) in enumerate(zip(gas, cost, strict=True)):
        tank += fuel - price
        if tank < 0:
            start, tank = station + 1, 0
    return start
