"""Time zones by the words that people have for them, cities and countries, in each language we speak."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global

from bot.cities import cities

LANGUAGES = ("lt", "en")
FEWEST = 4
"""Letters of a name that have to be the same where its end is another: "Londone" is in London."""

ENDING = 3
"""Letters that an ending may add or take."""

MOST = 6
DEFAULT = (
    "Europe/London",
    "Europe/Warsaw",
    "Europe/Vilnius",
    "Europe/Istanbul",
    "Asia/Dubai",
    "America/New_York",
)
"""What is offered where nobody named a city: an hour or two each way, and farther off."""


def city(zone: str, language: str) -> str:
    """What the zone's city is called: "Varšuva" or "Warsaw"."""
    known = Locale.parse(language).time_zones.get(zone, {})
    return str(known.get("city") or zone.rpartition("/")[2].replace("_", " "))


def search(words: str) -> Sequence[str]:
    """The zones of a city or a country, as "Londonas", "in Warsaw" or "Lenkijoje", the nearest name first.

    A city that names a zone is meant before another that fits no better. Of the others those that fit best
    are found, the largest first.
    """
    said = [_plain(words.strip()), *(_plain(word) for word in words.split() if len(word) >= FEWEST - 1)]
    found = _fitting(said, _names())
    best = min(found.values(), default=ENDING + 2)
    others = _fitting(said, _names_of_cities()) if best else {}
    if others and (closest := min(others.values())) < best:
        return [zone for zone, fit in others.items() if fit == closest][:MOST]
    return sorted(found, key=lambda zone: (found[zone], zone))[:MOST]


def _fitting(said: Sequence[str], names: Iterable[tuple[str, str]]) -> dict[str, int]:
    """The zones of which a name fits, and how well."""
    found: dict[str, int] = {}
    for name, zone in names:
        fits = [fit for word in said if (fit := _fit(word, name)) is not None]
        if fits:
            found[zone] = min([found[zone], *fits] if zone in found else fits)
    return found


def _fit(word: str, name: str) -> int | None:
    """By how many letters of its ending the word differs from a name; None: it is another."""
    if word == name:
        return 0
    for cut in range(1, ENDING + 1):
        stem = name[: len(name) - cut]
        added = len(word) - len(stem)
        if len(stem) >= FEWEST and word.startswith(stem) and added <= ENDING + 1:
            return max(cut, added)
    return None


@cache
def _names_of_cities() -> Sequence[tuple[str, str]]:
    return [(_plain(name), each.zone) for each in cities() for name in each.names]


@cache
def _names() -> Sequence[tuple[str, str]]:
    return list(_each_name())


def _each_name() -> Iterator[tuple[str, str]]:
    """Each name that a zone has, cities and countries, in plain letters."""
    territories = get_global("zone_territories")
    for zone in sorted(available_timezones()):
        territory = territories.get(zone)
        if "/" not in zone or territory in (None, "001"):
            continue
        yield _plain(zone.rpartition("/")[2].replace("_", " ")), zone
        for language in LANGUAGES:
            yield _plain(city(zone, language)), zone
            yield _plain(Locale.parse(language).territories.get(territory, "")), zone


def _plain(name: str) -> str:
    """Small letters without marks."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
