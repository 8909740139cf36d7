"""Frames that no client should send, by chance but always the same."""

import json
import random
import struct
from collections.abc import Iterator

from tests.engines.live.test_frames import BAD


def messages(count: int, seed: int = 7) -> Iterator[str | bytes]:
    """Well-formed frames with contents that cannot be understood."""
    chance = random.Random(seed)
    for number in range(count):
        match number % 5:
            case 0:
                yield (chance.choice(BAD)[0] or "")[:16_000]
            case 1:
                yield chance.randbytes(chance.randrange(200))
            case 2:
                yield "".join(chr(chance.randrange(0x20, 0xD7FF)) for _ in range(chance.randrange(50)))
            case 3:
                whole = json.dumps({"type": "subscribe", "channels": ["fix"], "seq": 1})
                yield whole[: chance.randrange(len(whole))]
            case _:
                yield json.dumps({"type": chance.choice([None, 1, "x", []]), "channels": chance.choice([0, "", {}])})


def frames(count: int, seed: int = 7) -> Iterator[bytes]:
    """Bytes behind a handshake that break the protocol itself."""
    chance = random.Random(seed)
    for number in range(count):
        body = chance.randbytes(chance.randrange(1, 125))
        yield (
            _frame(0x3 + chance.randrange(5), body),  # a reserved opcode
            _frame(0x1, body, first=0xC0),  # a reserved bit
            bytes([0x81, len(body)]) + body,  # not masked
            _frame(0x1, b"\xff\xfe" + body[:100]),  # not UTF-8
            _frame(0x9, b"x" * 126),  # a control frame that is too long
            _frame(0x0, body),  # a continuation of nothing
            _frame(0x8, struct.pack("!H", chance.choice([0, 999, 1005, 5000]))),  # a code that is none
            bytes([0x81, 0xFF]) + struct.pack("!Q", 2**62) + b"mask",  # four exabytes to come
        )[number % 8]


def _frame(opcode: int, body: bytes, first: int = 0x80) -> bytes:
    mask = b"\x01\x02\x03\x04"
    length = bytes([0x80 | len(body)]) if len(body) < 126 else bytes([0xFE]) + struct.pack("!H", len(body))
    return bytes([first | opcode]) + length + mask + bytes(each ^ mask[at % 4] for at, each in enumerate(body))
