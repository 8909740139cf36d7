"""How a request was understood."""

from aurora.model.routing import Reading, Routing

MODES = (Reading("M14", "Resource Analysis", 0.8), Reading("M13", "Bottleneck Detection", 0.1))


def test_the_first_mode_is_meant_and_a_question_makes_it_unsure() -> None:
    routing = Routing(0.5, "advanced", MODES, (), (), 0.8, ())
    assert routing.mode is MODES[0]
    assert routing.sure
    assert not Routing(0.5, "advanced", MODES, (), (), 0.3, (), question="which?").sure
