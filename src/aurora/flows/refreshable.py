"""The files of Aurora's that learning again may replace; apart from the fitting, which a search has no need to load."""

from functools import cache

from aurora.engines.synthesis import prior
from aurora.engines.verify import model as judging
from aurora.flows.versions import Kind


@cache
def prior_kind() -> Kind:
    """The prior of the search."""
    return Kind("prior", prior.DATA.read_text("utf-8"), prior.read_model)


@cache
def calibration_kind() -> Kind:
    """The model by which the judge says how sure it is."""
    return Kind("calibration", judging.fitted().text(), judging.read_model)
