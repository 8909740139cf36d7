from aurora.model.spec import SpecFunction
from aurora.model.task import SynthesisTask


def test_a_function_is_named_by_its_task() -> None:
    assert SpecFunction(SynthesisTask("words", name="f"), line=3).name == "f"
