"""`python -m bench.routing.speed`: processor time of one routing in process, and of loading the router."""

import json
import statistics
import time
from pathlib import Path

from aurora.engines.nexus.router import Router, shipped

ROUNDS = 5


def main() -> None:
    """Route every utterance of the sets several times; the first round meets words that it has not seen."""
    started = time.process_time()
    router = Router(shipped())
    print(f"loading: {(time.process_time() - started) * 1e3:.0f} ms")
    sets = sorted(Path(__file__).parent.glob("*.jsonl"))
    texts = [json.loads(line)["text"] for path in sets for line in path.read_text("utf-8").splitlines()]
    for number in range(ROUNDS):
        costs = [_cost(router, text) for text in texts]
        p95 = statistics.quantiles(costs, n=20)[-1]
        print(f"round {number + 1}: {len(texts)} requests, mean {statistics.fmean(costs):.0f} us, p95 {p95:.0f} us")


def _cost(router: Router, text: str) -> float:
    started = time.process_time_ns()
    router.route(text)
    return (time.process_time_ns() - started) / 1e3


if __name__ == "__main__":
    main()
