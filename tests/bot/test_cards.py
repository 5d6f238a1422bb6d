"""Screens, as they were read and found good."""

from datetime import date, time
from itertools import pairwise

import pytest

from bot.buttons.agenda import Done
from bot.buttons.logged import Answer, Correct, Undo
from bot.buttons.packing import unpack
from bot.cards import commands, render, toast
from bot.texts import languages
from core.notices import (
    Asked,
    Deed,
    Notice,
    Option,
    Refusal,
    Stranger,
    decode,
    encode,
)
from core.terms import ContactKind, Role, StageMeaning, StepKind
from tests.bot.gallery import as_text, golden, page, samples
from tests.bot.gallery_logs import log, proposal, recall, step

CODES = list(languages())


def screens(text: str) -> dict[str, str]:
    """The screens of a page by name."""
    return dict(part.partition("\n")[::2] for part in f"\n{text}".split("\n── ")[1:])


def taps(rendered_of: Notice, code: str = "lt") -> list[tuple[str, object]]:
    keyboard = render(rendered_of, code).keyboard
    rows = keyboard.inline_keyboard if keyboard else ()
    return [(button.text, unpack(str(button.callback_data))) for row in rows for button in row]


@pytest.mark.parametrize("code", CODES)
def test_every_screen_is_as_it_was_found_good(code: str) -> None:
    now, kept = screens(page(code)), screens(golden(code).read_text(encoding="utf-8"))
    assert list(now) == list(kept)
    for name, text in kept.items():
        assert now[name] == text, f"{name}; if it is better now: python -m tests.bot.gallery --keep"


def test_the_card_speaks_as_the_voice_does() -> None:
    assert as_text(render(log(steps=[proposal("lt"), recall("lt")]), "lt")).replace("\u00a0", " ") == (
        "✅ Įrašyta: skambutis, 15 min.\n"
        "👤 Jonas Kairelis, UAB „Statyba“\n"
        "💼 Fasado medžiagos, 12 000 €\n"
        "📄 Nori pasiūlymo – priminsiu ketvirtadienį\n"
        "📞 Perskambinti penktadienį, lapkričio 27 d., 10:00\n"
        "[Atšaukti] [Taisyti]\n"
        "[Pasiūlymas išsiųstas]"
    )


@pytest.mark.parametrize("code", CODES)
def test_every_notice_has_a_sample_and_survives_the_outbox(code: str) -> None:
    shown = {type(notice) for _, notice in samples(code)}
    assert shown == set(Notice.__subclasses__())
    for _, notice in samples(code):
        assert render(decode(encode(notice)), code) == render(notice, code)


@pytest.mark.parametrize("code", CODES)
def test_no_variable_is_left_unfilled(code: str) -> None:
    assert "{" not in page(code)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (ContactKind.CALL, "skambutis, neatsiliepė"),
        (ContactKind.MEETING, "susitikimas, neįvyko"),
        (ContactKind.VISIT, "vizitas, nieko nebuvo"),
        (ContactKind.EMAIL, "laiškas, kol kas neatsakė"),
        (ContactKind.MESSAGE, "žinutė, kol kas neatsakė"),
    ],
)
def test_reaching_nobody_is_said_kindly(kind: ContactKind, said: str) -> None:
    text = render(log(kind=kind, no_answer=True, duration_min=None), "lt").text
    assert text.splitlines()[0] == f"✅ Įrašyta: {said}"


def test_won_is_not_said_before_it_is_known_of_which_deal() -> None:
    asked = Asked(question_id=11, field="deal", options=[Option(value="3", name="Klojiniai")])
    text = render(log(deal=None, stage_meaning=StageMeaning.WON, question=asked), "lt").text
    assert "🎉" not in text
    assert text.endswith("Kuris sandoris laimėtas?")


def test_other_for_a_deal_leads_to_all_deals_and_for_the_rest_to_words() -> None:
    deal = log(question=Asked(question_id=11, field="deal", options=[]))
    assert taps(deal)[:2] == [("Naujas sandoris", Answer(11, "0")), ("Kitas…", Correct(11, "deal"))]
    person = log(question=Asked(question_id=11, field="person", options=[]))
    assert taps(person)[0] == ("Kitas…", Answer(11, "other"))


def test_only_promises_of_ours_are_ticked_off_on_the_card_proposals_first() -> None:
    steps = [
        step(id=1, on=date(2026, 11, 27), at=time(10)),
        step(StepKind.TASK, id=2, text="išsiųsti sutartį"),
        step(StepKind.PROPOSAL, id=3),
        step(StepKind.TASK, id=4, by_customer=True),
        step(StepKind.EMAIL, id=5),
    ]
    ticks = [tap for tap in taps(log(steps=steps)) if isinstance(tap[1], Done)]
    assert ticks == [("Pasiūlymas išsiųstas", Done(3, "card")), ("Laiškas išsiųstas", Done(5, "card"))]


@pytest.mark.parametrize(("code", "said"), [("lt", "✅ Pasiūlymas išsiųstas"), ("en", "✅ Proposal sent")])
def test_what_was_done_on_a_card_is_on_top_of_it_with_its_undo(code: str, said: str) -> None:
    deed = Deed(what="done", operation_id=12, step=proposal(code))
    card = log(steps=[recall(code)], deed=deed)
    assert render(card, code).text.replace("\u00a0", " ").startswith(said)
    assert [tap[1] for tap in taps(card, code)[:2]] == [Undo(12), Correct(card.operation_id)]
    assert render(log(steps=[recall(code)]), code).text in render(card, code).text


def test_the_agenda_goes_by_time_and_those_without_come_last() -> None:
    agenda = dict(samples("lt"))["agenda"]
    lines = render(agenda, "lt").text.replace("\u00a0", " ").splitlines()
    order = ["❗", "10:00", "13:00", "☑️ Northfell", "📞 Žilvinas", "☑️ Paruošti", "✅"]
    found = [next(i for i, line in enumerate(lines) if start in line) for start in order]
    assert all(before < after for before, after in pairwise(found))


def test_a_stranger_reads_the_same_in_every_language() -> None:
    assert {render(Stranger(), code) for code in CODES} == {render(Stranger(), "lt")}
    assert render(Stranger(), "lt").keyboard is None


def test_an_unknown_refusal_still_gets_a_sentence() -> None:
    unknown = Refusal(key="error-of-tomorrow", fields={"key": "x", "count": 3})
    assert render(unknown, "lt") == render(Refusal(key="error-refused"), "lt")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("perskambinti penktadienį 10:00", "📞 Perskambinti rytoj 10:00"),
        ("Rytoj ryte paskambinti Mindaugui", "📞 Paskambinti Mindaugui rytoj 10:00"),
        ("pasiūlymą išsiųsti iki ketvirtadienio", "📞 Pasiūlymą išsiųsti rytoj 10:00"),
        ("call back on Friday at 10:00", "📞 Call back rytoj 10:00"),
        ("rytoj 10:00", "📞 Paskambinti rytoj 10:00"),
        ("paskambinti Mindaugui iš Penktadienio", "📞 Paskambinti Mindaugui iš Penktadienio rytoj 10:00"),
        ("atvežti 12 lentynų", "📞 Atvežti 12 lentynų rytoj 10:00"),
    ],
)
def test_a_step_says_its_day_once(written: str, said: str) -> None:
    line = step(text=written, on=date(2026, 11, 25), at=time(10))
    assert render(log(steps=[line]), "lt").text.splitlines()[-1] == said


@pytest.mark.parametrize("code", CODES)
def test_toasts_are_short(code: str) -> None:
    keys = ("undone", "saved", "done", "already-done", "no-longer", "language")
    assert all(0 < len(toast(f"toast-{key}", code)) <= 60 for key in keys)


DAILY = "today week promises log deals new find brief tidy off trips"
"""What every member has, as one works through a day."""

AHEAD = "funnel forecast when"
OWN = "me accuracy whosees settings snooze zone undo language help"
ASKED = "effort process customers lost cost capacity adoption"
"""What those who manage ask of their team."""


@pytest.mark.parametrize(
    ("role", "names"),
    [
        (None, "start help"),
        (Role.REP, f"{DAILY} {AHEAD} digest {OWN}"),
        (Role.MANAGER, f"{DAILY} team digest {AHEAD} {ASKED} members {OWN}"),
        (Role.OWNER, f"{DAILY} team digest {AHEAD} {ASKED} members taught {OWN}"),
    ],
)
def test_each_role_has_its_commands(role: Role | None, names: str) -> None:
    for code in CODES:
        assert " ".join(command.command for command in commands(role, code)) == names
        assert all(command.description for command in commands(role, code))


@pytest.mark.parametrize(
    ("on", "said"),
    [(date(2026, 11, 26), "priminsiu ketvirtadienį"), (date(2026, 11, 23), "priminiau vakar")],
)
def test_a_reminder_that_was_is_not_to_come(on: date, said: str) -> None:
    text = render(log(steps=[step(StepKind.PROPOSAL, text="nori pasiūlymo", remind_on=on)]), "lt").text
    assert said in text.replace("\u00a0", " ")
