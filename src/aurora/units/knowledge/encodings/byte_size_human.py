"""A number of bytes with its unit, to one decimal: 1536 is "1.5 KiB".

IEC 80000-13: each unit is 1024 of the one before.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="human readable byte size file size units kilobytes megabytes format",
    examples=[Example((1536,), "1.5 KiB"), Example((500,), "500 B"), Example((0,), "0 B")],
    holds=lambda size, ret: ret.endswith("B") and (size >= 1024 or ret == f"{size} B"),
)
def byte_size_human(size: Nat) -> str:
    """A number of bytes with its unit, to one decimal: 1536 is "1.5 KiB"."""
    if size < 1024:
        return f"{size} B"
    power = min((size.bit_length() - 1) // 10, 6)
    return f"{size / 1024**power:.1f} {'KMGTPE'[power - 1]}iB"
