"""Customers offered in any chat, as Telegram takes them and as they are read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import InlineQueryResultArticle
from telegram.constants import MessageLimit

from bot.cards import choices
from bot.delivery.plain import plain_text
from core.notices.inline import Entry, InlinePage, Reachable

COMPANY = Entry(
    kind="company",
    id=7,
    name="UAB Statyba",
    region="Kaunas",
    phone="+37052123456",
    email="info@statyba.lt",
    website="statyba.lt",
)
PERSON = Entry(
    kind="person",
    id=8,
    name="Ona <b>",
    company="UAB A&B",
    role="direktorė",
    phone="+37061234567",
    email="o@a.lt",
)
JONAS = Reachable(name="Jonas <Jr>", role="direktorius", phone="+370 612 34567")
BY_PEOPLE = Entry(kind="company", id=5, name="UAB Statyba", region="Kaunas", people=[JONAS])
NAME_ALONE = Entry(kind="person", id=9, name="Ona")

texts = st.text(max_size=400)
entries = st.builds(
    Entry,
    kind=st.sampled_from(["company", "person"]),
    id=st.integers(1, 2**63 - 1),
    name=texts,
    people=st.lists(st.builds(Reachable, name=texts, role=st.none() | texts, phone=texts), max_size=3),
    **dict.fromkeys(("company", "role", "region", "phone", "email", "website"), st.none() | texts),
)


def shown(entry: Entry, language: str) -> tuple[str, str | None, str]:
    """Title and description in the list, and the text that is sent."""
    [article] = choices(InlinePage(entries=[entry]), language)
    assert isinstance(article, InlineQueryResultArticle)
    return article.title, article.description, str(article.input_message_content["message_text"])


@pytest.mark.parametrize(
    ("entry", "language", "title", "description", "text"),
    [
        (
            COMPANY,
            "lt",
            "🏢 UAB „Statyba“",
            "Kaunas · +37052123456",
            "<b>🏢 UAB „Statyba“</b>\n☎️ +37052123456\n✉️ info@statyba.lt\n🌐 statyba.lt",
        ),
        (
            PERSON,
            "lt",
            "👤 Ona <b>",
            "direktorė, „A&B“ · +37061234567",
            "<b>👤 Ona &lt;b&gt;</b>\ndirektorė, UAB „A&amp;B“\n☎️ +37061234567\n✉️ o@a.lt",
        ),
        (
            BY_PEOPLE,
            "lt",
            "🏢 UAB „Statyba“",
            "Kaunas · Jonas <Jr> +370 612 34567",
            "<b>🏢 UAB „Statyba“</b>\n👤 Jonas &lt;Jr&gt;, direktorius\n☎️ +370 612 34567",
        ),
        (
            BY_PEOPLE,
            "en",
            "🏢 UAB Statyba",
            "Kaunas · Jonas <Jr> +370 612 34567",
            "<b>🏢 UAB Statyba</b>\n👤 Jonas &lt;Jr&gt;, direktorius\n☎️ +370 612 34567",
        ),
        (NAME_ALONE, "lt", "👤 Ona", "nėra numerio", "<b>👤 Ona</b>"),
        (NAME_ALONE, "en", "👤 Ona", "no number yet", "<b>👤 Ona</b>"),
    ],
)
def test_a_row_of_the_list_and_the_card_that_is_sent(
    entry: Entry, language: str, title: str, description: str, text: str
) -> None:
    assert shown(entry, language) == (title, description, text)


@given(entry=entries, language=st.sampled_from(["lt", "en"]))
@settings(deadline=None)
def test_limits_hold_whatever_stands_in_the_records(entry: Entry, language: str) -> None:
    title, description, text = shown(entry, language)
    assert title.strip()
    assert description
    assert 1 <= len(plain_text(text).encode("utf-16-le")) // 2 <= MessageLimit.MAX_TEXT_LENGTH


def test_ids_of_a_company_and_a_person_never_meet() -> None:
    both = [Entry(kind="company", id=7, name="A"), Entry(kind="person", id=7, name="A")]
    assert len({article.id for article in choices(InlinePage(entries=both), "lt")}) == 2
