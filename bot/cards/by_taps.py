"""A log by taps: what took place, with whom, how it went, and its next step, on one message."""

from collections.abc import Sequence
from datetime import date

from telegram import InlineKeyboardButton

from bot.buttons.capture import LogAbout, LogKind, LogPlan, LogResult
from bot.buttons.logged import Correct, Undo
from bot.cards.frame import HALF_LABEL, Rendered, Row, button, in_rows, screen
from bot.cards.logged import summary
from bot.cards.names import customer, icon
from bot.cards.picking import pick_label
from bot.texts import Html, Language, upper_first
from core.notices import LogKinds, LogPicks, LogResults, Pick
from core.notices.capture import Whom
from core.terms import ContactKind

KINDS = (
    ContactKind.CALL,
    ContactKind.VISIT,
    ContactKind.MEETING,
    ContactKind.MESSAGE,
    ContactKind.EMAIL,
    ContactKind.PROPOSAL,
    ContactKind.DEMO,
)


def log_kinds(notice: LogKinds, words: Language) -> Rendered:
    """The kinds, and with whom it was if that is known."""
    subject = notice.whom.subject if notice.whom else ""
    kinds = [button(kind_label(kind, words), LogKind(kind.value, subject), HALF_LABEL) for kind in KINDS]
    who = _who(notice.whom, words) if notice.whom else None
    return screen([words.html("log-what"), *([who] if who else [])], in_rows(kinds))


def log_results(notice: LogResults, words: Language) -> Rendered:
    """How it went; a step back for who has tapped the wrong kind."""
    kind, subject = notice.kind.value, notice.whom.subject
    rows: list[Row] = [
        [
            button(words.plain("went-well"), LogResult(kind, "well", subject), HALF_LABEL),
            button(
                upper_first(words.plain("no-answer", kind=kind)),
                LogResult(kind, "no-answer", subject),
                HALF_LABEL,
            ),
        ]
    ]
    if notice.stage:
        rows.append([button(f"➡️ {notice.stage}", LogResult(kind, "stage", subject))])
    rows.append([button(words.plain("button-back"), _back_to_kinds(subject))])
    head = Html(f"{icon(notice.kind)} {words.html('log-how')}")
    return screen([head, _who(notice.whom, words)], rows)


def log_picks(notice: LogPicks, words: Language) -> Rendered:
    """What was logged, and the picks for what comes next; it stands as it is if nothing is picked."""
    operation_id = notice.card.operation_id
    own: Row = [
        button(words.plain("button-undo"), Undo(operation_id), HALF_LABEL),
        button(words.plain("button-correct"), Correct(operation_id), HALF_LABEL),
    ]
    picks = _picks(operation_id, notice.picks, notice.today, words)
    lines = [*summary(notice.card, words), Html(""), words.html("log-next")]
    return screen(lines, [*in_rows(picks), own])


def kind_label(kind: ContactKind, words: Language) -> str:
    """ "📞 Skambutis"."""
    return f"{icon(kind)} {upper_first(words.plain('contact-kind', kind=kind.value))}"


def _picks(
    operation_id: int, picks: Sequence[Pick], today: date, words: Language
) -> list[InlineKeyboardButton]:
    quick = [
        button(
            pick_label(pick, today, words),
            LogPlan(operation_id, f"{pick.on:%Y%m%d}" + (f"T{pick.at:%H%M}" if pick.at else "")),
            HALF_LABEL,
        )
        for pick in picks
    ]
    return [*quick, button(words.plain("log-nothing-next"), LogPlan(operation_id, ""), HALF_LABEL)]


def _who(whom: Whom, words: Language) -> Html:
    return Html(f"👤 {customer(whom.person, whom.company, words)}")


def _back_to_kinds(subject: str) -> LogAbout:
    ids = {part[:1]: int(part[1:]) for part in subject.split("-")}
    return LogAbout(ids.get("d", 0), ids.get("c", 0), ids.get("p", 0))
