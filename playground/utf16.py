"""Lengths and offsets in UTF-16 code units, in which Telegram counts."""


def length(text: str) -> int:
    """How many UTF-16 units the text takes."""
    return len(text) + sum(1 for letter in text if letter > "\uffff")


def split(text: str, size: int) -> list[str]:
    """The text in pieces of at most `size` units, never through a character; an empty text is one piece."""
    pieces: list[str] = []
    piece: list[str] = []
    taken = 0
    for letter in text:
        units = 2 if letter > "\uffff" else 1
        if taken + units > size:
            pieces.append("".join(piece))
            piece, taken = [], 0
        piece.append(letter)
        taken += units
    pieces.append("".join(piece))
    return pieces
