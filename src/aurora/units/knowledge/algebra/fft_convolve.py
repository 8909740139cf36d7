"""The convolution of two lists of integers, in O(n log n) steps.

Schoenhage and Strassen's idea on Python's own long multiplication: the lists are the digits of two large numbers.
"""

from aurora.contracts.component import Example, component


@component(
    words="convolution fast fft multiply polynomials lists large",
    examples=[
        Example(([1, 2, 3], [4, 5]), [4, 13, 22, 15]),
        Example(([], [1]), []),
        Example(([-1, 2], [3, -4]), [-3, 10, -8]),
    ],
    holds=lambda first, second, ret: sum(ret) == sum(first) * sum(second),
)
def fft_convolve(first: list[int], second: list[int]) -> list[int]:
    """The convolution of two lists of integers, in O(n log n) steps."""
    if not first or not second:
        return []
    largest = max(map(abs, first)) * max(map(abs, second)) * min(len(first), len(second))
    width = largest.bit_length() // 8 + 2
    size = len(first) + len(second) - 1
    offset = 1 << 8 * width - 1

    def packed(digits: list[int]) -> int:
        ups = b"".join(max(digit, 0).to_bytes(width, "little") for digit in digits)
        downs = b"".join(max(-digit, 0).to_bytes(width, "little") for digit in digits)
        return int.from_bytes(ups, "little") - int.from_bytes(downs, "little")

    offsets = int.from_bytes(offset.to_bytes(width, "little") * size, "little")
    raw = (packed(first) * packed(second) + offsets).to_bytes(width * (size + 1), "little")
    return [int.from_bytes(raw[i * width : (i + 1) * width], "little") - offset for i in range(size)]
