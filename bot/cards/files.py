"""Files: to what one was attached, the file itself, and the sheet of a month's trips."""

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.buttons.capture import GiveFile, MoveFile, SendTrips
from bot.buttons.logged import Undo
from bot.cards.expenses import spent_in_words
from bot.cards.frame import HALF_LABEL, MediaFile, Rendered, button, screen
from bot.cards.names import called, customer
from bot.cards.whom import whom_label
from bot.texts import Html, Language, dates, escape, join, shorten, upper_first
from bot.texts.unbroken import unbroken
from core.exchange.spreadsheet import write_workbook
from core.notices.files import Attached, SentFile, TripMonths, TripSheet

LONGEST_CAPTION = 200
MOST_OTHERS = 3
COLUMNS = (
    "trips-date",
    "trips-order",
    "trips-time",
    "trips-customer",
    "trips-place",
    "trips-minutes",
    "trips-kilometres",
    "trips-spent",
)
SPENT_COLUMNS = (
    "trips-date",
    "trips-customer",
    "trips-what",
    "trips-kilometres",
    "trips-sum",
    "trips-currency",
)


def attached(notice: Attached, words: Language) -> Rendered:
    """To what, with Undo, and whose it may be instead: a tap each, then the way to all of them."""
    who = customer(notice.person, notice.company, words)
    deal = called(notice.deal) if notice.deal else Html("")
    to = join(" · ", [part for part in (who, deal) if part]) or words.html("file-nobody")
    row = [
        button(words.plain("button-undo"), Undo(notice.operation_id), HALF_LABEL),
        button(words.plain("file-move"), MoveFile(notice.attachment_id), HALF_LABEL),
    ]
    lines = [words.html("file-attached", kind=notice.kind, to=to)]
    if notice.big_mb:
        lines.append(words.html("file-big", mb=notice.big_mb))
    others = [
        [button(f"→ {whom_label(whom, words)}", GiveFile(notice.attachment_id, whom.subject))]
        for whom in notice.others[:MOST_OTHERS]
    ]
    return screen(lines, [*others, row])


def sent_file(notice: SentFile, words: Language) -> Rendered:
    """The file with the day and who attached it under it."""
    day = upper_first(dates.short(notice.on, notice.today, words))
    caption = join(", ", [escape(part, LONGEST_CAPTION) for part in (day, notice.by) if part])
    return Rendered(unbroken(caption), file=MediaFile(notice.kind, file_id=notice.file_id))


def trip_months(notice: TripMonths, words: Language) -> Rendered:
    """A button a month."""
    rows = [
        [button(_month_label(month, count, words), SendTrips(f"{month:%Y%m}"))]
        for month, count in zip(notice.months, notice.counts, strict=True)
        if count
    ]
    return screen([words.html("trips-which") if rows else words.html("trips-none")], rows)


def trip_sheet(notice: TripSheet, words: Language) -> Rendered:
    """The workbook; its rows are numbered within each day."""
    caption = words.html("trips-sheet", month=_month(notice.month, words), count=len(notice.trips))
    name = f"{words.plain('trips-file')}-{notice.month:%Y-%m}.xlsx"
    return Rendered(
        unbroken(caption), file=MediaFile("document", name=name, produce=lambda: workbook(notice, words))
    )


def workbook(notice: TripSheet, words: Language) -> bytes:
    """The bytes of the workbook: a sheet of visits, and one of what was spent. Texts are never formulas."""
    header = [words.plain(key) for key in COLUMNS]
    order: Counter[date] = Counter()
    rows: list[list[object]] = []
    for trip in notice.trips:
        order[trip.on] += 1
        point = f"{trip.latitude:.5f}, {trip.longitude:.5f}" if trip.latitude and trip.longitude else None
        place = ", ".join(part for part in (trip.region, point) if part)
        clock = f"{trip.at:%H:%M}"
        way = sum((each.kilometres for each in trip.spent if each.kilometres is not None), Decimal(0))
        money = ", ".join(spent_in_words(each, words) for each in trip.spent if each.sum is not None)
        row = [trip.on, order[trip.on], clock, trip.company, place or None, trip.minutes]
        rows.append([*row, way or None, money or None])
    sheets = [(words.plain("trips-title"), header, rows)]
    if notice.expenses:
        spent_header = [words.plain(key) for key in SPENT_COLUMNS]
        sheets.append((words.plain("trips-expenses"), spent_header, _spent_rows(notice, words)))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "trips.xlsx"
        write_workbook(path, sheets)  # type: ignore[arg-type]
        return path.read_bytes()


def _spent_rows(notice: TripSheet, words: Language) -> list[list[object]]:
    return [
        [
            each.on,
            each.company or None,
            words.plain("expense", kind=each.spent.kind.value),
            each.spent.kilometres,
            each.spent.sum.amount if each.spent.sum else None,
            each.spent.sum.currency if each.spent.sum else None,
        ]
        for each in notice.expenses
    ]


def _month_label(month: date, count: int, words: Language) -> str:
    return shorten(f"{_month(month, words)} ({count})", 36)


def _month(month: date, words: Language) -> str:
    return words.plain("pick-month-name", month=month.month, year=str(month.year))
