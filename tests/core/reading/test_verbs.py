"""Forms of verbs come from their principal parts."""

import pytest

from core.reading.grammar.verbs import forms_of
from core.reading.tokens import folded


def _meanings(word: str) -> set[tuple[str, str, bool]]:
    return {(form.concept, form.form, form.denied) for form in forms_of(word, folded(word))}


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("paskambinau", ("call", "past1", False)),
        ("skambint", ("call", "inf", False)),
        ("perskambinsim", ("call", "fut1", False)),
        ("nepaskambino", ("call", "past3", True)),
        ("siusiu", ("send", "fut1", False)),
        ("mačiausi", ("meet", "past1", False)),
        ("susitiksim", ("meet", "fut1", False)),
        ("kalbėjausi", ("speak", "past1", False)),
        ("išsiųstas", ("send", "pass", False)),
        ("issiunciau", ("send", "past1", False)),
        ("isiunciau", ("send", "past1", False)),
        ("rang", ("call", "past", False)),
        ("ringing", ("call", "ing", False)),
        ("emailed", ("mail", "past", False)),
    ],
)
def test_form_of_a_verb(word: str, meaning: tuple[str, str, bool]) -> None:
    assert meaning in _meanings(word)


def test_word_with_diacritics_is_only_what_is_spelled_so() -> None:
    assert ("send", "pres1", False) in _meanings("metu")
    assert _meanings("metų") == set()
