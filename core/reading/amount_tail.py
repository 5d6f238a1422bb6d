"""What may follow a number of an amount: thousands, a currency, a percent sign, a unit."""

from core.reading.grammar.verbs import forms_of
from core.reading.numbers import Number
from core.reading.words import Line

DASHES = frozenset("-–—‑−")


_TAILS = DASHES | {",", ".", "/", "m", "M"}


class Tail:
    """What stands after a number: million, currency, percent sign or unit."""

    def __init__(self, line: Line, number: Number, currency: str | None) -> None:
        self.number, self.value, self.last = number, number.value, number.last
        self.currency = currency
        self.unit: str | None = None
        self.scaled, self.is_percent = number.scaled, False
        self.alone = not line.raw(self.last) or (
            not line.atoms[self.last]
            and line.raw(self.last) not in _TAILS
            and not _is_plural(line, self.last)
        )
        if self.alone:
            return
        self._skip_cents_dash(line)
        self._million(line)
        self._currency(line)
        if not self.currency:
            self._unit(line)

    def _skip_cents_dash(self, line: Line) -> None:
        """Passes over the ",-" of "12 000,- €"."""
        at = self.last
        if (
            line.raw(at) in {",", "."}
            and line.raw(at + 1) in DASHES
            and line.touches(at + 1)
            and line.touches(at)
        ):
            self.last = at + 2

    def _million(self, line: Line) -> None:
        if self.scaled or line.raw(self.last) not in {"m", "M"} or self.value is None:
            return
        money = self.currency or line.atom(self.last + 1, "currency") or self._is_yearly(line)
        if line.touches(self.last) and (money or line.raw(self.last) == "M"):
            self.value, self.scaled, self.last = self.value * 1_000_000, True, self.last + 1

    def _is_yearly(self, line: Line) -> bool:
        """Whether "m" is a sum's and no length's: "1.5m a year", "1.5m all in"."""
        if line.atom(self.last + 1, "all_in"):
            return True
        per = line.atom(self.last + 1, "per")
        unit = line.atom(per.last, "time_unit") if per else None
        return unit is not None and unit.value in {"year", "month", "quarter"}

    def _currency(self, line: Line) -> None:
        scaled = line.atom(self.last, "scaled_currency")
        written = scaled or line.atom(self.last, "currency")
        if written is None or self.number.fraction:
            return
        if scaled and self.value is not None:
            self.value, self.scaled = self.value * 1000, True
        self.currency, self.last = str(written.value), written.last

    def _unit(self, line: Line) -> None:
        percent = line.atom(self.last, "percent")
        unit = line.atom(self.last, "unit") or (None if self.scaled else line.atom(self.last, "time_unit"))
        if percent:
            self.is_percent, self.last = True, percent.last
        elif unit and not line.atom(self.last, "not_unit"):
            self.unit, self.last = str(unit.value), unit.last
        elif not self.scaled and _is_plural(line, self.last):
            self.unit = "piece"


_SHORTEST_PLURAL = 4
_VOWELS = frozenset("aeiouy")


def _is_plural(line: Line, at: int) -> bool:
    """Whether a word in the English plural is what the number before it counts: "400 cases of bottles"."""
    if not line.raw(at) or line.tokens[at].capital or line.atoms[at]:
        return False
    bare = line.tokens[at].bare
    if len(bare) < _SHORTEST_PLURAL or not bare.endswith("s") or bare.endswith("ss"):
        return False
    if bare[-2] in _VOWELS and not bare.endswith(("es", "ios", "eos")):
        return False
    return not any(form.language == "en" for form in forms_of(line.tokens[at].low, bare))
