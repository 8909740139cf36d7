"""The area of a pyramid with a square base, with that base, from its side and the slant height of a face."""

from aurora.contracts.component import Example, N, component


@component(
    words="square pyramid surface area side base slant height faces",
    examples=[Example((6, 5), 96), Example((0, 5), 0), Example((1, 1), 3)],
    holds=lambda side, _slant, ret: side != 0 or ret == 0,
)
def square_pyramid_surface(side: N, slant: N) -> N:
    """The area of a pyramid with a square base, with that base, from its side and the slant height of a face."""
    return side * side + 2 * side * slant
