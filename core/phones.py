"""Telephone numbers as they compare: 8 612 34567, 0 612 34567 and 612 34567 are +370 612 34567."""

import re

OWN = "370"
"""The country whose numbers may begin with 8 or 0 instead, or with neither."""

_NATIONAL = re.compile(r"[80]?([1-9]\d{7})")
_DIGITS = re.compile(r"\D+")
COMPARED = 7
"""So many last digits find a number in records that were written in any way."""


def digits_of(phone: str) -> str:
    """The number with its country, digits only; "" where there are none."""
    digits = _DIGITS.sub("", phone).removeprefix("00")
    national = _NATIONAL.fullmatch(digits)
    return OWN + national[1] if national and not phone.strip().startswith("+") else digits
