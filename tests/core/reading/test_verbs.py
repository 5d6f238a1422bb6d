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


PREFIXED = {
    "call": "pa nu at iš už per su ap pri į pra pasi susi atsi persi išsi + skambinau skambino skambinsim "
    "skambinti skambint skambinsiu skambintų skambindamas skambinta skambinęs skambinkit",
    "write": "pa at už su persi atsi susi + rašiau rašė rašysiu rašom rašyti rašyta rašęs rašytute",
    "send": "pa nu at iš už per su pri par į + siunčiau siuntė siųsim siunčia siųsti siųst siųstas siųstų",
    "speak": "pa pra pasi susi užsi prisi persi + kalbėjau kalbėjo kalbėsim kalbėti kalbėta kalbėjęs kalba",
    "agree": "su pri per pa susi pasi prisi persi + derinau derino derinsim derinti derinta derinam",
    "show": "pa ap + rodžiau rodė rodysim rodyti rodyta rodo",
    "hand": "nu at už per su į pri pa iš + nešiau nešė nešim nešti nešta neša",
    "visit": "už į nu ap pra pa + sukau suko suksim sukti sukęs",
    "go": "nu pra iš ap pa + važiavau važiavo važiuosim važiuoti važiavęs važiuoja",
}


@pytest.mark.parametrize("concept", PREFIXED)
@pytest.mark.parametrize("negation", ["", "ne", "nebe"])
def test_prefixed_forms_are_of_the_verb_they_come_from(concept: str, negation: str) -> None:
    prefixes, _, forms = PREFIXED[concept].partition("+")
    words = [negation + prefix + form for prefix in prefixes.split() for form in forms.split()]
    strange = [w for w in words if concept not in {meaning[0] for meaning in _meanings(w)}]
    assert strange == []


@pytest.mark.parametrize("word", ["ieškosi", "žvalgosi"])
def test_the_present_of_a_reflexive_verb_is_no_future(word: str) -> None:
    assert {form for _, form, _ in _meanings(word)} == {"pres3"}
