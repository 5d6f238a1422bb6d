"""Settings by buttons: what comes by itself and when, quiet hours, and silence until a moment."""

from datetime import time

from bot.buttons.settings import SetQuiet, SetRoutine, SetZone, ShowSettings, Snooze
from bot.cards.frame import HALF_LABEL, THIRD_LABEL, Rendered, Row, bold, button, in_rows, screen
from bot.cards.held import held_lines, held_row
from bot.cards.welcome import language_row
from bot.texts import Html, Language, dates, join, upper_first
from bot.zones import city
from core.notices import EveningLine, OwnSettings, RoutineLine, ZoneOffer

AROUND_MIN = (-60, -30, 0, 30, 60, 120)
"""Choices of a routine's time, in minutes from the usual one."""

QUIET = ((time(19), time(8)), (time(20), time(7)), (time(21), time(7)), (time(22), time(8)))


def own_settings(notice: OwnSettings, words: Language) -> Rendered:
    """All settings in a line each, or one of them with its choices."""
    if not notice.part:
        return _all(notice, words)
    back = [button(words.plain("button-back"), ShowSettings(""), HALF_LABEL)]
    if notice.part == "quiet":
        return screen([bold(_quiet(notice, words))], [*_hours(words), back])
    if notice.part == "snooze":
        return screen([bold(_snoozed(notice, words))], [*_moments(notice, words), back])
    if notice.part == "zone":
        return screen(_zone(notice, words), [*_zones(notice, words), back])
    line = next(each for each in notice.routines if each.kind == notice.part)
    what = words.html("settings-routine-what", kind=line.kind.value)
    return screen([bold(_name(line, words)), _when(line, words), what], [*_times(line, words), back])


def zone_offer(notice: ZoneOffer, words: Language) -> Rendered:
    """ "🌍 Čia dabar 10:15, o tau viską rodau pagal Vilniaus laiką – 12:15."."""
    times = {"here": notice.here.at, "mine": notice.mine.at}
    said = words.html("zone-offer", **{key: dates.clock(at, words) for key, at in times.items()})
    here = city(notice.here.zone, words.code)
    return screen([said], [[button(words.plain("zone-offer-take", city=here), SetZone(notice.here.zone))]])


def evening_line(notice: EveningLine, words: Language) -> Rendered:
    """ "🌙 Šiandien padaryta 4. Liko 2 – parodysiu ryte. Kitą darbo dieną laukia 3."."""
    said = [words.html("evening-done", count=notice.done)]
    if notice.left:
        said.append(words.html("evening-left", count=notice.left))
    if notice.tomorrow:
        said.append(words.html("evening-tomorrow", count=notice.tomorrow))
    held = notice.held
    return screen([Html("🌙 " + join(" ", said)), *held_lines(held, words)], [held_row(held, words)])


def _all(notice: OwnSettings, words: Language) -> Rendered:
    lines = [bold(words.html("settings-heading")), Html("")]
    for line in notice.routines:
        lines.append(Html(f"{_name(line, words)} – {_when(line, words)}"))
    lines += [words.html("settings-reminders"), _quiet(notice, words), _snoozed(notice, words)]
    if notice.zone:
        lines.append(words.html("settings-zone", city=city(notice.zone, words.code)))
    taps = [button(_plain_name(line, words), ShowSettings(line.kind), HALF_LABEL) for line in notice.routines]
    taps.append(button(words.plain("button-zone"), ShowSettings("zone"), HALF_LABEL))
    taps.append(button(words.plain("button-quiet"), ShowSettings("quiet"), HALF_LABEL))
    taps.append(button(words.plain("button-snooze"), ShowSettings("snooze"), HALF_LABEL))
    return screen(lines, [*in_rows(taps), language_row()])


def _name(line: RoutineLine, words: Language) -> Html:
    return words.html("settings-routine", kind=line.kind.value)


def _plain_name(line: RoutineLine, words: Language) -> str:
    return words.plain("settings-routine", kind=line.kind.value)


def _when(line: RoutineLine, words: Language) -> Html:
    if line.at is None:
        return words.html("settings-off")
    return words.html("settings-at", kind=line.kind.value, at=dates.clock(line.at, words))


def _quiet(notice: OwnSettings, words: Language) -> Html:
    if notice.quiet_from is None or notice.quiet_to is None:
        return words.html("settings-quiet-none")
    hours = {"from": notice.quiet_from, "to": notice.quiet_to}
    return words.html("settings-quiet-hours", **{key: dates.clock(at, words) for key, at in hours.items()})


def _snoozed(notice: OwnSettings, words: Language) -> Html:
    until = notice.snoozed_until
    if until is None:
        return words.html("settings-snooze-none")
    day, at = dates.until(until.date(), notice.today, words), dates.clock(until.time(), words)
    is_today = "yes" if until.date() == notice.today else "no"
    return words.html("settings-snoozed", today=is_today, until=day, at=at)


def _times(line: RoutineLine, words: Language) -> list[Row]:
    usual = line.usual.hour * 60 + line.usual.minute
    times = [time(*divmod(usual + around, 60)) for around in AROUND_MIN]
    taps = [
        button(dates.clock(at, words), SetRoutine(line.kind, at.strftime("%H%M")), THIRD_LABEL)
        for at in times
    ]
    off = [button(words.plain("settings-turn-off"), SetRoutine(line.kind, ""))] if line.at else []
    return [*in_rows(taps, 3), off]


def _zone(notice: OwnSettings, words: Language) -> list[Html]:
    """By whose clocks hours are told, what became of agreed ones, and how to find another city."""
    lines = [bold(words.html("settings-zone", city=city(notice.zone, words.code)))]
    if notice.shown_anew:
        lines.append(words.html("settings-zone-moved", count=notice.shown_anew))
    return [*lines, words.html("settings-zone-what"), words.html("settings-zone-search")]


def _zones(notice: OwnSettings, words: Language) -> list[Row]:
    taps = [
        button(
            city(each.zone, words.code),
            SetZone(each.zone),
            HALF_LABEL,
            tail=f" {dates.clock(each.at, words)}",
        )
        for each in notice.zones
        if each.zone != notice.zone
    ]
    return in_rows(taps)


def _hours(words: Language) -> list[Row]:
    taps = [
        button(
            f"{dates.clock(first, words)}–{dates.clock(last, words)}",
            SetQuiet(f"{first:%H%M}{last:%H%M}"),
            HALF_LABEL,
        )
        for first, last in QUIET
    ]
    return [*in_rows(taps), [button(words.plain("settings-no-quiet"), SetQuiet(""))]]


def _moments(notice: OwnSettings, words: Language) -> list[Row]:
    day = dates.soon(notice.free_until, notice.today, words)
    rows = [
        [
            button(words.plain("snooze-hours", hours=1), Snooze("1h"), THIRD_LABEL),
            button(words.plain("snooze-hours", hours=3), Snooze("3h"), THIRD_LABEL),
        ],
        [button(words.plain("snooze-morning", day=upper_first(day)), Snooze("morning"))],
    ]
    if notice.snoozed_until is not None:
        rows.append([button(words.plain("snooze-end"), Snooze(""))])
    return rows
