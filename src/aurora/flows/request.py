"""A request in the user's words becomes a task, or a clear refusal."""

from aurora.model.errors import BadInputError, ContradictionError, UnparsableError
from aurora.model.task import SynthesisTask
from aurora.pycode.asserts import contradictions, read_asserts
from aurora.pycode.signature import parse_signature, render


def request_task(words: str, *, name: str = "", signature: str = "", examples: tuple[str, ...] = ()) -> SynthesisTask:
    """The task of `aurora synth`; raises `BadInputError` for what cannot be read and `ContradictionError`."""
    if not words.strip() and not examples:
        raise BadInputError(
            "there are neither words nor examples.", next_step="Say what the function does, or show it."
        )
    asserts = tuple(_assertion(example) for example in examples)
    for first, second in contradictions([found for text in asserts for found in read_asserts(text, name)]):
        raise ContradictionError(first.text.removeprefix("assert "), second.text.removeprefix("assert "))
    head = _signature(signature)
    return SynthesisTask(prompt=words.strip(), name=name or _name(head, asserts), signature=head, asserts=asserts)


def _assertion(example: str) -> str:
    text = example if example.startswith("assert ") else f"assert {example}"
    try:
        compile(text, "--example", "exec")
    except (SyntaxError, ValueError):
        raise BadInputError(
            f"{example!r} is not Python.", where="--example", next_step="Write it as \"f(2) == '2'\"."
        ) from None
    return text


def _signature(text: str) -> str:
    """The signature, checked; raises `BadInputError` for what is not one."""
    if not text:
        return ""
    try:
        return render(parse_signature(text))
    except UnparsableError:
        raise BadInputError(
            f"{text!r} is not a signature.",
            where="--signature",
            next_step='Write it as "def f(a: int) -> str".',
        ) from None


def _name(signature: str, asserts: tuple[str, ...]) -> str:
    """The function's name as the signature or the first example says it."""
    if signature:
        return parse_signature(signature).name
    return next((found.function for text in asserts for found in read_asserts(text)), "")
