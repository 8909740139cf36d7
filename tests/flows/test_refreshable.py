"""The files that learning again may replace."""

import subprocess
import sys

from aurora.engines.synthesis.prior import fitted
from aurora.flows.refreshable import calibration_kind, prior_kind


def test_what_comes_with_aurora_can_be_read_as_what_replaces_it() -> None:
    assert prior_kind().read(prior_kind().shipped) == fitted()
    assert calibration_kind().read(calibration_kind().shipped)
    assert prior_kind().digest != calibration_kind().digest


def test_to_ask_what_counts_loads_nothing_of_the_fitting() -> None:
    asked = "import sys, aurora.flows.refreshable as r; r.prior_kind(), r.calibration_kind()"
    heavy = "sorted({'aurora.flows.refit', 'aurora.engines.synthesis.library'} & sys.modules.keys())"
    ended = subprocess.run(
        [sys.executable, "-c", f"{asked}; print({heavy})"], capture_output=True, text=True, check=True
    )
    assert ended.stdout.strip() == "[]"
