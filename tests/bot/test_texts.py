"""Every language says everything, in the same terms; and every text is used."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import core
from bot.cards.helping import commands_of
from bot.texts import Html, escape, languages, shorten, source_of, speak
from core.terms import Role

CODES = list(languages())
HOUSE = Path(core.__file__).parent.parent
READ_WITH_ITS_FILE = {"language-locale"}


class _Variables(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.found.add(node.id.name)


def messages(code: str) -> dict[str, set[str]]:
    """The keys of a language's file, with the variables that each uses."""
    resource = FluentParser().parse(source_of(code))
    assert not [entry for entry in resource.body if isinstance(entry, ftl.Junk)]
    found: dict[str, set[str]] = {}
    for entry in resource.body:
        if isinstance(entry, ftl.Message):
            assert entry.id.name not in found, f"{entry.id.name} stands twice"
            visitor = _Variables()
            visitor.visit(entry)
            found[entry.id.name] = visitor.found
    return found


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def words_in(path: Path) -> set[str]:
    """Every string that stands in a file of the program, docstrings and explanations apart."""
    tree = list(nodes(path))
    loose = {id(node.value) for node in tree if isinstance(node, ast.Expr)}
    strings = (n for n in tree if isinstance(n, ast.Constant) and id(n) not in loose)
    return {node.value for node in strings if isinstance(node.value, str)}


def words_in_code() -> set[str]:
    files = (path for folder in ("bot", "core") for path in (HOUSE / folder).rglob("*.py"))
    return {words for path in files for words in words_in(path)}


def keys_asked_for() -> set[str]:
    """The keys that the screens and texts ask a language for by name."""
    files = [*(HOUSE / "bot/cards").glob("*.py"), *(HOUSE / "bot/texts").glob("*.py")]
    calls = (n for path in files for n in nodes(path) if isinstance(n, ast.Call) and n.args)
    asked = (c for c in calls if isinstance(c.func, ast.Attribute) and c.func.attr in ("plain", "html"))
    return {key for call in asked for key in _strings(call.args[0])}


def _strings(node: ast.expr) -> set[str]:
    if isinstance(node, ast.IfExp):
        return _strings(node.body) | _strings(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


@pytest.mark.parametrize("code", CODES)
def test_each_language_has_every_key_with_the_same_variables(code: str) -> None:
    assert messages(code) == messages("lt")


def test_every_key_that_is_asked_for_exists() -> None:
    assert keys_asked_for() <= set(messages("lt"))


def test_every_text_is_used() -> None:
    commands = {f"command-{name}" for role in (None, *Role) for name in commands_of(role)}
    used = words_in_code() | commands | READ_WITH_ITS_FILE
    assert set(messages("lt")) - used == set()


def test_every_refusal_has_its_sentence() -> None:
    refusals = {words for words in words_in_code() if words.startswith("error-")}
    assert len(refusals) > 5
    assert refusals <= set(messages("lt"))


def test_no_sentence_stands_outside_the_texts() -> None:
    letters = set("ąčęėįšųūžĄČĘĖĮŠŲŪŽ")
    for path in (HOUSE / "bot/cards").glob("*.py"):
        assert not [words for words in words_in(path) if letters & set(words)], path.name


def test_lithuanian_comes_first_and_english_stands_in_for_the_unknown() -> None:
    assert next(iter(languages())) == "lt"
    assert speak("xx").code == "en"


def test_what_others_wrote_is_escaped_once() -> None:
    words = speak("en")
    assert words.html("person-new", name="<b>A & B</b>") == "&lt;b&gt;A &amp; B&lt;/b&gt; (new contact)"
    assert words.html("person-new", name=escape("A & B")) == "A &amp; B (new contact)"
    assert isinstance(words.html("undone"), Html)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("  two\n\nlines ", "two lines"),
        ("a\x00b\u202ec", "a b c"),
        ("", "–"),
        ("\u200e\x07", "–"),
        ("abcdefghijkl", "abcdefghi…"),
        ("abcdefgh, ijkl", "abcdefgh…"),
        ("שלום", "שלום"),
    ],
)
def test_words_are_shortened_to_one_clean_line(written: str, said: str) -> None:
    assert shorten(written, 10) == said
