"""HTML as Telegram takes and refuses it."""

import pytest

from playground.errors import Refusal
from playground.formatted import formatted
from playground.html_entities import parse_html
from playground.jsontypes import Json

TAKEN: list[tuple[str, str, list[Json]]] = [
    ("plain", "plain", []),
    ("<b>x</b>", "x", [{"type": "bold", "offset": 0, "length": 1}]),
    ("<B>x</b>", "x", [{"type": "bold", "offset": 0, "length": 1}]),
    ("<strong>x</strong>", "x", [{"type": "bold", "offset": 0, "length": 1}]),
    ("<em>x</em>", "x", [{"type": "italic", "offset": 0, "length": 1}]),
    ("<ins>x</ins>", "x", [{"type": "underline", "offset": 0, "length": 1}]),
    ("<strike>x</strike>", "x", [{"type": "strikethrough", "offset": 0, "length": 1}]),
    ("<del>x</del>", "x", [{"type": "strikethrough", "offset": 0, "length": 1}]),
    ("<tg-spoiler>x</tg-spoiler>", "x", [{"type": "spoiler", "offset": 0, "length": 1}]),
    ('<span class="tg-spoiler">x</span>', "x", [{"type": "spoiler", "offset": 0, "length": 1}]),
    ("<blockquote>x</blockquote>", "x", [{"type": "blockquote", "offset": 0, "length": 1}]),
    (
        "<blockquote expandable>x</blockquote>",
        "x",
        [{"type": "expandable_blockquote", "offset": 0, "length": 1}],
    ),
    ("<code>x</code>", "x", [{"type": "code", "offset": 0, "length": 1}]),
    ('<code class="language-py">x</code>', "x", [{"type": "code", "offset": 0, "length": 1}]),
    (
        '<pre><code class="language-py">x</code></pre>',
        "x",
        [{"type": "pre", "offset": 0, "length": 1, "language": "py"}],
    ),
    (
        '<a href="http://a.lt">x</a>',
        "x",
        [{"type": "text_link", "offset": 0, "length": 1, "url": "http://a.lt/"}],
    ),
    (
        "<a href='https://a.lt/?a=1&amp;b=2'>x</a>",
        "x",
        [{"type": "text_link", "offset": 0, "length": 1, "url": "https://a.lt/?a=1&b=2"}],
    ),
    (
        '<a href="tg://user?id=7">x</a>',
        "x",
        [{"type": "text_mention", "offset": 0, "length": 1, "user": {"id": 7}}],
    ),
    (
        '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
        "👍",
        [{"type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "5368324170671202286"}],
    ),
    ("<a href='not a link'>x</a>", "x", []),
    ("<b></b>x", "x", []),
    ("<b>x</>", "x", [{"type": "bold", "offset": 0, "length": 1}]),
    ("&lt;b&gt; &amp;amp; &quot;", '<b> &amp; "', []),
    ("&#8364;&#x20AC;", "€€", []),
    ("&nbsp; &copy; & &#0; AT&T", "&nbsp; &copy; & &#0; AT&T", []),
    ("&lt", "<", []),
    ("a > b", "a > b", []),
    ("👍<b>ą</b>", "👍ą", [{"type": "bold", "offset": 2, "length": 1}]),
    ("𝄞<i>𝄞𝄞</i>", "𝄞𝄞𝄞", [{"type": "italic", "offset": 2, "length": 4}]),
]

REFUSED: list[tuple[str, str]] = [
    ("<x>a</x>", 'Unsupported start tag "x" at byte offset 0'),
    ("<br>", 'Unsupported start tag "br" at byte offset 0'),
    ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
    ("ąč<script>", 'Unsupported start tag "script" at byte offset 4'),
    ("a < b", 'Unsupported start tag "" at byte offset 2'),
    ("a <", "Unclosed start tag at byte offset 2"),
    ("<3", "Unclosed start tag at byte offset 0"),
    ("<b>unclosed", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b><i>x</i>", 'Can\'t find end tag corresponding to start tag "b"'),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("<b><i>test</b></i>", 'Unmatched end tag at byte offset 10, expected "</i>", found "</b>"'),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ('<span class="red">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ('<a href="x', "Unclosed start tag at byte offset 0"),
    ("<a href", 'Unclosed start tag "a" at byte offset 0'),
    ("<a =x>y</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
    ("<a href=x!y>z</a>", "Unexpected end of name token at byte offset 8"),
    ('<tg-emoji emoji-id="x">👍</tg-emoji>', "Invalid custom emoji identifier specified"),
]


@pytest.mark.parametrize(("source", "text", "entities"), TAKEN)
def test_telegram_takes(source: str, text: str, entities: list[Json]) -> None:
    assert parse_html(source) == (text, entities)


@pytest.mark.parametrize(("source", "words"), REFUSED)
def test_telegram_refuses(source: str, words: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


FOUND = [
    ("/start abc", [("bot_command", "/start")]),
    ("see /today@test_bot now", [("bot_command", "/today@test_bot")]),
    ("a/b 12/3", []),
    ("👍 https://a.lt/x?y=1, ir toliau", [("url", "https://a.lt/x?y=1")]),
    ("www.statyba.lt.", [("url", "www.statyba.lt")]),
    ("rašyk jonas@statyba.lt dabar", [("email", "jonas@statyba.lt")]),
    ("@ona_p ir @a", [("mention", "@ona_p")]),
    ("#akcija #123 #2026m", [("hashtag", "#akcija"), ("hashtag", "#2026m")]),
    ("$USD", [("cashtag", "$USD")]),
    ("tel. +370 600 00 001 skambink", [("phone_number", "+370 600 00 001")]),
    ("12k penktadienį 10:00, 15 min.", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_telegram_finds_by_itself(text: str, expected: list[tuple[str, str]]) -> None:
    entities = formatted(text, "", None, lambda _: None).entities
    raw = text.encode("utf-16-le")
    found = [
        (e["type"], raw[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le"))
        for e in entities
    ]
    assert found == expected


def test_nothing_is_found_inside_code_and_links() -> None:
    said = formatted('<code>/start</code> <a href="a.lt">@ona_p</a>', "HTML", None, lambda _: None)
    assert [e["type"] for e in said.entities] == ["code", "text_link"]


def test_text_is_trimmed_and_entities_move_along() -> None:
    said = formatted("\n  a <b>x</b> \n", "html", None, lambda _: None)
    assert said.text == "a x"
    assert said.entities == [{"type": "bold", "offset": 2, "length": 1}]


def test_control_characters_become_blanks() -> None:
    assert formatted("a\0b\tc\r\nd\u202ee", "", None, lambda _: None).text == "a b c\nde"


@pytest.mark.parametrize(
    ("entities", "words"),
    [
        (
            [{"type": "bold", "offset": 100, "length": 1}],
            "entity begins after the end of the text at UTF-16 offset 100",
        ),
        (
            [{"type": "bold", "offset": 0, "length": 9}],
            "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9",
        ),
        ([{"type": "bold", "offset": -1, "length": 1}], "receive an entity with incorrect offset -1"),
        (
            [{"type": "loud", "offset": 0, "length": 1}],
            "can't parse MessageEntity: Unsupported type specified",
        ),
        (
            [{"type": "text_link", "offset": 0, "length": 1}],
            "can't parse MessageEntity: Can't find field \"url\"",
        ),
        (
            [{"type": "text_link", "offset": 0, "length": 1, "url": "not-a-url"}],
            "entity URL 'not-a-url' is invalid: Wrong HTTP URL",
        ),
    ],
)
def test_wrong_entities_are_refused(entities: list[Json], words: str) -> None:
    with pytest.raises(Refusal) as refused:
        formatted("hello", "", entities, lambda _: None)
    assert refused.value.description == f"Bad Request: {words}"
