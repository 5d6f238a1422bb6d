"""Amounts, lengths of time and dates stay on one line, on every screen and button."""

import re

import pytest

from bot.cards import render
from bot.texts import languages
from bot.texts.unbroken import unbroken
from tests.bot.gallery import as_text, samples

CODES = list(languages())

TORN = re.compile(
    r"\d (?:%|€|d\.|m\.|val\.|min\b|h\b|kg\b|km\b|m[²³]|vnt\.|tūkst\.|mln\.)"
    r"|(?<![\d+] )(?<![\d+])\b\d{1,3} \d{3}\b(?! ?\d)"
    r"|\d (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|\b(?:sausio|vasario|kovo|balandžio|gegužės|birželio|liepos) \d"
    r"|\b(?:rugpjūčio|rugsėjo|spalio|lapkričio|gruodžio) \d"
    r"|\b(?:PLN|USD|GBP|EUR|SEK|NOK|DKK) \d"
)
"""What a line could break in two where a reader needs it whole."""


@pytest.mark.parametrize("code", CODES)
def test_no_screen_can_break_an_amount_or_a_date(code: str) -> None:
    torn = {name: found[0] for name, notice in samples(code) if (found := TORN.search(_seen(notice, code)))}
    assert torn == {}


def _seen(notice: object, code: str) -> str:
    return as_text(render(notice, code))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("12 000 €", "12~000~€"),
        ("1 234 567,50 €", "1~234~567,50~€"),
        ("1,34 mln. €", "1,34~mln.~€"),
        ("penktadienį, lapkričio 27 d., 10:00", "penktadienį, lapkričio~27~d., 10:00"),
        ("2027 m. birželio 1 d.", "2027~m. birželio~1~d."),
        ("on Friday 27 November 2026, 10:00", "on Friday 27~November~2026, 10:00"),
        ("1 val. 30 min.", "1~val. 30~min."),
        ("tikimybė 60 %", "tikimybė 60~%"),
        ("<b>12 000</b> vnt.", "<b>12~000</b> vnt."),
        ("3 months, 4 sandoriai", "3 months, 4 sandoriai"),
        ("+370 612 34567, 8 612 34567", "+370 612 34567, 8 612 34567"),
        ("nuo 5 iki 12 000 kg", "nuo 5 iki 12~000~kg"),
        ("18 250 € (14 000–23 500 €)", "18~250~€ (14~000–|23~500~€)"),
        ("€18,250 (€14,000–€23,500)", "€18,250 (€14,000–|€23,500)"),
        ("lapkričio 23–29 d.", "lapkričio~23–|29~d."),
        ("Statyba – dėl kainos", "Statyba~– dėl kainos"),
        ("1. Rasa: 📞 Skambutis · ⚠️ 21 diena", "1. Rasa: 📞~Skambutis · ⚠️~21 diena"),
        ("2. ❗ 📄 Statyba", "2. ❗~📄~Statyba"),
        ("📞 Skambutis", "📞 Skambutis"),
        ("savininkas (-ė)", "savininkas (‑ė)"),
        ("8-612-34567", "8-612-34567"),
    ],
)
def test_what_belongs_together_is_kept_together(written: str, kept: str) -> None:
    assert unbroken(written).replace("\u00a0", "~").replace("\u2060", "|") == kept
