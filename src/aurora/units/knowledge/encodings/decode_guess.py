"""The text of bytes: UTF-8 or UTF-16 with its mark, else UTF-8 if they are, else Windows-1252 or Latin-1."""

from aurora.contracts.component import Example, component


@component(
    words="decode bytes guess encoding utf-8 latin windows",
    examples=[Example((b"\xc3\xa9",), "é"), Example((b"\xe9",), "é"), Example((b"\xef\xbb\xbfa",), "a")],
    holds=lambda data, ret: len(ret) <= len(data),
)
def decode_guess(data: bytes) -> str:
    """The text of bytes: UTF-8 or UTF-16 with its mark, else UTF-8 if they are, else Windows-1252 or Latin-1."""
    encodings = ["utf-16"] if data[:2] in (b"\xff\xfe", b"\xfe\xff") else []
    for encoding in [*encodings, "utf-8-sig", "cp1252"]:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
