"""How programs, limits and outcomes travel."""

from collections.abc import Callable

import pytest

from aurora.adapters.sandbox import wire
from aurora.model.errors import SandboxError
from aurora.model.execution import Limits, Outcome, Program, Raised, Status


def read_from(data: bytes) -> Callable[[int], bytes]:
    rest = [data]

    def read(count: int) -> bytes:
        taken, rest[0] = rest[0][:count], rest[0][count:]
        return taken

    return read


def test_a_message_comes_back() -> None:
    assert wire.unframed(read_from(wire.framed({"a": [1, "é\ud800", None]}))) == {"a": [1, "é\ud800", None]}


def test_a_message_that_is_too_long_is_neither_sent_nor_read(monkeypatch: pytest.MonkeyPatch) -> None:
    framed = wire.framed("x" * 100)
    monkeypatch.setattr(wire, "MESSAGE_LIMIT", 50)
    with pytest.raises(ValueError, match="longer than 50"):
        wire.framed("x" * 100)
    with pytest.raises(ValueError, match="longer than 50"):
        wire.unframed(read_from(framed))


@pytest.mark.parametrize("value", [float("nan"), float("inf"), b"", {1: 2}, {1}, object(), [[object()]], True + 1j])
def test_what_is_not_json_is_not_plain(value: object) -> None:
    assert not wire.plain(value)
    assert wire.as_json(value) is None


def test_nesting_is_bounded() -> None:
    value: object = None
    for _ in range(wire.DEPTH_LIMIT):
        value = [value]
    assert wire.plain(value)
    assert not wire.plain([value])


def test_tuples_become_lists() -> None:
    assert wire.as_json(((1, "a"), {"k": (None,)})) == [[1, "a"], {"k": [None]}]


def test_limits_come_back() -> None:
    limits = Limits(0.5, 1.5, 3, 4, 5, 6, 7)
    assert wire.unpack_limits(wire.pack_limits(limits)) == limits  # type: ignore[arg-type]


def test_an_outcome_comes_back() -> None:
    raised = Raised("E", "m", (("a.py", 1, "f"), ("b.py", 2, "g")))
    outcome = Outcome(Status.DENIED, {"v": 1}, raised, "out", "err", 3, 9, 0.5, 0.25, 12.5, "read x")
    assert wire.unpack_outcome(wire.pack_outcome(outcome)) == outcome
    assert wire.unpack_outcome(wire.pack_outcome(Outcome(Status.OK))) == Outcome(Status.OK)


@pytest.mark.parametrize("row", [None, 3, [], ["a"], ["a", "b"], ["a", 1, []], [1, "b", []], ["a", "b", {}], {"a": 1}])
def test_what_is_no_exception_is_none(row: object) -> None:
    assert wire.unpack_raised(row) is None


def test_frames_that_are_none_are_left_out() -> None:
    rows = [["f", 1, "g"], 3, ["f", "1", "g"], ["f", 1], None]
    assert wire.unpack_raised(["E", "m", rows]) == Raised("E", "m", (("f", 1, "g"),))


def test_a_program_is_packed_with_its_bytes() -> None:
    packed = wire.pack_program(Program(command=("a", "b"), files={"f": b"\x00\xff", "g": "é\ud800"}, stdin="é"))
    assert packed["command"] == ["a", "b"]
    assert wire.unpack_files(packed["files"]) == {"f": b"\x00\xff", "g": b"\xc3\xa9\xed\xa0\x80"}  # type: ignore[arg-type]
    assert wire.unpack_bytes(str(packed["stdin"])) == "é".encode()


def test_names_inside_the_scratch_folder_are_taken() -> None:
    wire.check_files({"a": "", "a/b..c": "", ".hidden/x": "", "a//b": ""})
    with pytest.raises(SandboxError):
        wire.check_files({"..": ""})
