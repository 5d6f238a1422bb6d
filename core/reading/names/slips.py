"""Slips of the finger and of dictation: which misspelling is a likely one, told from another name."""

from functools import cache
from itertools import pairwise

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_HEARD_ALIKE = ("sz", "kg", "bp", "dt", "iy", "ea", "ou", "ei", "wv", "ck", "cs", "kq", "jy", "fv")


def is_likely_slip(written: str, meant: str) -> bool:
    """Whether one slip explains the difference of two folded words.

    Neighbouring letters exchanged, one dropped, one doubled or hit beside its neighbour on the keyboard, or
    one written for another that sounds like it.
    """
    start = 0
    while start < min(len(written), len(meant)) and written[start] == meant[start]:
        start += 1
    end = 0
    while end < min(len(written), len(meant)) - start and written[-1 - end] == meant[-1 - end]:
        end += 1
    wrong, right = written[start : len(written) - end], meant[start : len(meant) - end]
    if len(wrong) == 2 and wrong == right[::-1]:
        return True
    if not wrong and len(right) == 1:
        return True
    around = written[max(0, start - 1) : start] + written[start + 1 : start + 2]
    if len(wrong) == 1 and not right:
        return wrong in around or any(frozenset((wrong, beside)) in _near() for beside in around)
    return start > 0 and len(wrong) == len(right) == 1 and frozenset((wrong, right)) in _near() | _alike()


@cache
def _near() -> frozenset[frozenset[str]]:
    """Pairs of letters that touch on the keyboard."""
    pairs = {frozenset(row[i : i + 2]) for row in _ROWS for i in range(len(row) - 1)}
    for upper, lower in pairwise(_ROWS):
        for at, letter in enumerate(lower):
            pairs.update(frozenset((letter, other)) for other in upper[at : at + 2])
    return frozenset(pairs)


@cache
def _alike() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in _HEARD_ALIKE)
