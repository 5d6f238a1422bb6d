"""How long things last when some of them are not over yet."""

from collections.abc import Iterable


def quantiles(stays: Iterable[tuple[float, bool]], *shares: float) -> list[float | None]:
    """The durations by which these shares of stays are over, open ones counted as censored.

    A stay is (how long it was seen, whether it is over). None where fewer are over by the longest one seen.
    The product-limit estimate: Kaplan and Meier, J. Am. Stat. Assoc. 53 (1958) 457–481; at equal durations
    those that ended come before those that were only seen so long.
    """
    ordered = sorted(stays, key=lambda stay: (stay[0], not stay[1]))
    wanted = sorted(enumerate(shares), key=lambda pair: pair[1])
    found: list[float | None] = [None] * len(shares)
    standing, at_risk, index = 1.0, len(ordered), 0
    for days, is_over in ordered:
        if is_over:
            standing *= 1 - 1 / at_risk
            while index < len(wanted) and standing <= 1 - wanted[index][1] + 1e-12:
                found[wanted[index][0]] = days
                index += 1
        at_risk -= 1
    return found
