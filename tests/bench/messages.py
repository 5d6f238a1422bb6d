"""What salespeople write after a call or a visit: sentences of our own about the invented customers."""

import random
from dataclasses import dataclass

from tests.bench.names import Names, declined

LITHUANIAN = (
    "Skambinau {dat} iš {gen} 15 min, nori pasiūlymo 12k, perskambinti penktadienį 10:00",
    "buvau pas {acc} iš {gen} 40 min, rodžiau pavyzdžius, patiko. Nusiųsti kainas iki trečiadienio",
    "{nom} iš {gen} neatsiliepė, bandysiu rytoj po pietų",
    "Susitikau su {ins} iš {gen}, sutarėm dėl 18 500 € be PVM, sutartį pasirašys kitą savaitę",
    "Parašiau {dat} iš {gen} laišką su skaičiavimais, laukiu atsakymo",
    "{gen} {nom} sako kad brangu, nori nuolaidos 5%, grįšim po savaitės",
    "skambino {nom} iš {gen}, klausė terminų, pažadėjau patikslinti pirmadienį 9 val.",
    "Nusiunčiau pasiūlymą {dat} iš {gen}, 7,4 tūkst., paskambinti antradienį 14:30",
    "pas {acc} iš {gen} valandą, apžiūrėjom objektą, reikia pamatuoti stogą, važiuosiu ketvirtadienį",
    "{nom} iš {gen} apsigalvojo, pasirinko pigesnį, prarasta dėl kainos",
    "Laimėjom {acc} iš {gen}! 23 400 eurų, avansas iki mėnesio pabaigos",
    "trumpai šnektelėjau su {ins} iš {gen}, viskas ok, susisiekt po dviejų savaičių",
)
ENGLISH = (
    "Called {nom} at {word} 10 min, wants a quote for 8k, call back Friday 14:00",
    "Visited {nom} from {word}, 45 min, showed the samples, send prices by Wednesday",
    "{nom} from {word} didn't pick up, will try again tomorrow",
    "Met {nom} of {word} for an hour, budget is around 30k, they decide next month",
    "Emailed {nom} at {word} the proposal, 15 600 EUR, follow up on Tuesday at 11",
    "spoke with {nom} at {word}, too expensive for now, check again in two weeks",
    "Demo for {nom} at {word} went well, 30 min, send the contract on Monday",
    "{nom} at {word} asked for a discount, promised to answer tomorrow morning",
)
SHORT = (
    "paskambinau {dat}, viskas gerai",
    "{gen} skambutis 5 min, perskambinti rytoj",
    "quick call with {nom}, all fine, nothing to do",
    "susitikimas {gen} ofise 30 min",
)


@dataclass(frozen=True, slots=True)
class Message:
    """A text and the language ("lt" or "en") that it is written in."""

    text: str
    language: str


def messages(names: Names, count: int, seed: int = 1) -> list[Message]:
    """So many different messages, mostly Lithuanian, about known customers; the same for the same seed."""
    dice = random.Random(seed)
    kinds = [(LITHUANIAN, "lt"), (ENGLISH, "en"), (SHORT, "lt")]
    found = []
    for kind, language in dice.choices(kinds, weights=(60, 30, 10), k=count):
        person = dice.randrange(names.people)
        company = names.word(names.company_of(person))
        found.append(Message(_filled(dice.choice(kind), names.first_name(person), company), language))
    return found


def _filled(template: str, person: str, company: str) -> str:
    return template.format(
        nom=person,
        dat=declined(person, "dat"),
        acc=declined(person, "acc"),
        ins=declined(person, "ins"),
        gen=declined(company, "gen"),
        word=company,
    )
