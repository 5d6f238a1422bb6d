"""What whole messages mean, as tables of invented messages; and that any text at all gives a result."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.reading import Aside, CompanyName, Directory, PersonName, read
from core.reading.wire import got
from tests.core.reading.own_names import own_directory

NOW = datetime(2026, 3, 11, 10)  # noqa: DTZ001 - reading works in local time
DIRECTORY = own_directory()
TODAY = "2026-03-11"


def _cases() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for language in ("lt", "en"):
        table = Path(__file__).with_name(f"test_reading_{language}.txt").read_text(encoding="utf-8")
        lines = [line for line in table.splitlines() if line and not line.startswith("#")]
        found.extend((line.partition(" |")[0], line.partition(" |")[2].strip()) for line in lines)
    return found


def _told(text: str, directory: Directory = DIRECTORY) -> str:
    """The fields that are set, as the tables write them."""
    fields = got(read(text, NOW, directory))
    step, _ = fields.pop("next"), fields.pop("more", None)
    parts = []
    for name, value in fields.items():
        usual = (
            (name, value) in {("occurred", TODAY), ("currency", "EUR")} if isinstance(value, str) else False
        )
        if value in (None, [], False) or usual:
            continue
        shown = ",".join(value) if name == "ask" else "yes" if value is True else value
        parts.append(f"{name}={shown}")
    if step:
        parts.append("next=" + " ".join(str(value) for value in step.values() if value))
    return "; ".join(parts)


@pytest.mark.parametrize(("text", "meaning"), _cases())
def test_message_means(text: str, meaning: str) -> None:
    assert _told(text) == meaning


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Statyba konkursas spalio 5 d.", "a"),
        ("Statyba 40 t x 95", "a"),
        ("Statyba užsakymas 12k", "a"),
        ("Statyba demo pavyko", "a"),
        ("Statybos Rasa skundėsi, kad vėluojam", "a"),
        ("Tiltas konkursas vyks kovą", "b"),
        ("Tilte naujas vadovas Vilius Sprogis", "b"),
        ("Statybos pabaiga kovą", None),
        ("Rytas 10 val. demo", None),
        ("Baldai 12 tūkst. Domui", None),
    ],
)
def test_an_ordinary_word_that_opens_a_note_is_the_company_called_so(text: str, company: str | None) -> None:
    names = {"a": "UAB Statyba", "b": "UAB Tiltas ir partneriai", "c": "UAB Rytas", "d": "UAB Linos baldai"}
    directory = Directory(
        [CompanyName(key, name) for key, name in names.items()], [PersonName("p", "Rasa Vilkaitė", "a")]
    )
    assert got(read(text, NOW, directory, language="lt"))["company"] == company


def test_two_customers_become_two_reports() -> None:
    reading = read("Skambinau Saulaitei ir buvau pas Bružą", NOW, DIRECTORY)
    assert [(report.kind, report.company) for report in reading.reports] == [("call", "k3"), ("visit", "k4")]


def test_further_promises_are_kept_in_order() -> None:
    text = "Guntis nori pasiūlymo, perskambinti penktadienį, susitikti ketvirtadienį 10 val."
    steps = read(text, NOW, DIRECTORY).reports[0].steps
    assert [(step.kind, step.on and step.on.day) for step in steps] == [
        ("meeting", 12),
        ("call", 13),
        ("proposal", None),
    ]
    assert text[slice(*steps[0].span or (0, 0))].strip() == "susitikti ketvirtadienį 10 val."


def test_spans_point_at_the_words() -> None:
    text = "Vakar skambinau Miglei 20 min, pasiūlymas 12k"
    spans = read(text, NOW, DIRECTORY).reports[0].spans
    said = {name: text[start:end] for name, (start, end) in spans.items()}
    assert said["kind"] == "skambinau"
    assert said["person"] == "Miglei"
    assert said["amount"] == "12k"
    assert said["duration_min"] == "20 min"
    assert said["occurred"] == "Vakar"


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("Labas!", Aside.GREETING),
        ("Good morning", Aside.GREETING),
        ("Ar Saulaitė atsakė?", Aside.QUESTION),
        ("kiek šiemet laimėjau", Aside.QUESTION),
        ("Delete the last entry", Aside.OTHER),
        ("", Aside.OTHER),
        ("🎉🎉", Aside.OTHER),
        ("\0", Aside.OTHER),
        ("שלום", Aside.OTHER),
    ],
)
def test_what_is_no_log(text: str, aside: Aside) -> None:
    assert read(text, NOW, DIRECTORY) == type(read("", NOW, DIRECTORY))((), aside)


@pytest.mark.parametrize("text", ["rytoj " * 900, "Skambinau Miglei ir " * 300, "1 " * 2500, "." * 5000])
def test_long_messages_end_in_a_result(text: str) -> None:
    read(text, NOW, DIRECTORY)


@pytest.mark.parametrize("text", ["wants, invoicing", "needs (testing", "He wants – checking quarterly"])
def test_a_mark_between_a_wish_and_what_is_wanted_ends_in_a_result(text: str) -> None:
    read(text, NOW, DIRECTORY, language="en")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_ends_in_a_result(text: str) -> None:
    got(read(text, NOW, DIRECTORY))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([word for text, _ in _cases() for word in text.split()]), max_size=30))
def test_any_words_in_any_order_end_in_a_result(words: list[str]) -> None:
    got(read(" ".join(words), NOW, DIRECTORY))
