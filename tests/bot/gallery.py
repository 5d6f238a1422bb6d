"""Every screen in every language, to read: `python -m tests.bot.gallery`.

With `--keep`, the pages are kept as what the tests compare with.
"""

import re
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from bot.cards import Rendered, commands, render
from bot.texts import languages
from core.actions.practice import LESSONS
from core.actions.tips import TIPS
from core.notices import (
    AskInWords,
    Fault,
    Help,
    LanguageChoice,
    LanguageSet,
    NotALog,
    Notice,
    Practice,
    Practised,
    Refusal,
    Stranger,
    Taught,
    TaughtLine,
    TipsOff,
    Unreadable,
    UsefulLine,
    Welcome,
)
from core.terms import Role
from tests.bot.gallery_accuracy import accuracy
from tests.bot.gallery_ahead import ahead_samples
from tests.bot.gallery_away import away_samples
from tests.bot.gallery_beginning import beginning_samples
from tests.bot.gallery_capture import capture_samples
from tests.bot.gallery_comments import comment_samples
from tests.bot.gallery_customers import customer_samples
from tests.bot.gallery_days import day_samples
from tests.bot.gallery_deals import deal_samples
from tests.bot.gallery_digest import digest_samples
from tests.bot.gallery_forecast import forecast_samples
from tests.bot.gallery_life import deal_life_samples, life_samples
from tests.bot.gallery_logs import FRIDAY, correcting_samples, eur, log, logged_samples, recall, say, step
from tests.bot.gallery_mine import mine_samples
from tests.bot.gallery_reports import report_samples
from tests.bot.gallery_settings import settings_samples
from tests.bot.gallery_steps import step_samples
from tests.bot.gallery_team import team_samples


def _taught() -> list[TaughtLine]:
    return [
        TaughtLine(what="name", id=1, said="Statyba", meant="UAB Statyba Plius"),
        TaughtLine(what="word", id=2, said="tumo", meant="rytoj", by="Mantas Girdvainis"),
    ]


def talk_samples(code: str) -> Iterator[tuple[str, Notice]]:
    yield "welcome", Welcome(name="Mantas Girdvainis", role=Role.REP, team="Vilnius")
    yield "welcome back", Welcome(name="Mantas Girdvainis", role=Role.REP, first_time=False)
    yield "language", LanguageChoice()
    ask = AskInWords(about="practice", record_id=1, field="practice")
    lesson = LESSONS[code]
    yield "practice", Practice(role=Role.REP, message=lesson.message, ask=ask)
    yield "practised", Practised(role=Role.MANAGER, card=log(deal_is_new=True, steps=[recall(code)]))
    yield "tips off", TipsOff()
    theirs = step(by_customer=True, on=FRIDAY, text=say(code, "atsiųs brėžinius", "will send drawings"))
    yield "useful: promise due", log(line=UsefulLine(kind="promise-due", step=theirs))
    yield "useful: step late", log(line=UsefulLine(kind="step-late", step=recall(code)))
    yield "useful: month up", log(line=UsefulLine(kind="expected", sum=eur("1240")))
    yield "useful: month down", log(line=UsefulLine(kind="expected", sum=eur("-300")))
    for days in (31, 42, 60):
        yield f"useful: silent {days}", log(line=UsefulLine(kind="silent", days=days))
    for tip in TIPS:
        yield f"tip: {tip}", log(tip=tip)
    yield "language set", LanguageSet(name="Aistė", role=Role.MANAGER)
    yield "help", Help(role=Role.REP)
    yield "help: commands", Help(role=Role.REP, part="commands")
    yield "help for a manager", Help(role=Role.MANAGER)
    yield "help for a manager: commands", Help(role=Role.MANAGER, part="team")
    yield "stranger", Stranger()
    yield "fault", Fault(reference="7f3a")
    for key in (
        "refused",
        "not-found",
        "nothing-to-undo",
        "invite-invalid",
        "not-allowed",
        "no-longer-applies",
        "no-pipeline",
        "schema-too-new",
    ):
        yield key, Refusal(key=f"error-{key}")
    yield (
        "unknown-pipeline",
        Refusal(key="error-unknown-pipeline", fields={"pipeline": "B2B", "known": "B2C, B2G"}),
    )
    yield (
        "unknown-team",
        Refusal(key="error-unknown-team", fields={"team": "Alytus", "known": "Vilnius, Kaunas"}),
    )
    yield "taught", Taught(page=0, pages=2, count=7, lines=_taught())
    yield "nothing taught", Taught(page=0, pages=1, count=0, lines=[])
    for aside in ("greeting", "question", "other"):
        yield aside, NotALog(aside=aside)
    kinds = "empty sticker forward other"
    for what in kinds.split():
        yield what, Unreadable(what=what)


def samples(code: str) -> Iterator[tuple[str, Notice]]:
    """Each screen by name, with its variants."""
    yield from logged_samples(code)
    yield from life_samples(code)
    yield from deal_life_samples(code)
    yield from away_samples(code)
    yield from correcting_samples(code)
    yield from day_samples(code)
    yield from team_samples()
    yield from deal_samples(code)
    yield from beginning_samples(code)
    yield from step_samples(code)
    yield from settings_samples(code)
    yield from capture_samples(code)
    yield from customer_samples(code)
    yield from mine_samples(code)
    yield from report_samples(code)
    yield from digest_samples(code)
    yield from ahead_samples(code)
    yield from forecast_samples(code)
    yield from comment_samples(code)
    yield from accuracy()
    yield from talk_samples(code)


def as_text(rendered: Rendered) -> str:
    """The message as a person sees it: without markup, its buttons in brackets."""
    if rendered.contact:
        return f"({rendered.contact.first_name} {rendered.contact.last_name}, {rendered.contact.phone})"
    if rendered.gone:
        return "(the message goes away)"
    lines = [unescape(re.sub(r"</?(b|code|i)>", "", rendered.text))]
    if rendered.keyboard:
        lines += [" ".join(f"[{b.text}]" for b in row) for row in rendered.keyboard.inline_keyboard]
    return "\n".join(lines)


def page(code: str) -> str:
    """All screens of a language, one under the other, each under its name."""
    parts = [f"── {name}\n{as_text(render(notice, code))}\n" for name, notice in samples(code)]
    for role in (None, *Role):
        listed = "\n".join(f"/{command.command} {command.description}" for command in commands(role, code))
        parts.append(f"── commands: {role or 'stranger'}\n{listed}\n")
    return "\n".join(parts)


def golden(code: str) -> Path:
    """Where the page is kept, as it was read and found good."""
    return Path(__file__).parent / f"gallery.{code}.txt"


def main() -> None:
    for code in languages():
        text = page(code)
        sys.stdout.write(f"══ {code}\n\n{text}\n")
        if "--keep" in sys.argv:
            golden(code).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
