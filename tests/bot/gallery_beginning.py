"""Samples of what is new: the choice, who may be meant already, what was entered, and a deal just begun."""

from collections.abc import Iterator

from core.notices import AskInWords, DealChange, Entered, Named, Notice, Option, Twins
from tests.bot.gallery_deals import card
from tests.bot.gallery_logs import say


def beginning_samples(code: str) -> Iterator[tuple[str, Notice]]:
    companies = [Option(value="7", name="UAB Statyba"), Option(value="8", name="Northfell Ltd")]
    yield (
        "new company, perhaps known",
        Twins(what="company", said="Statybos", name="Statybos", twins=companies),
    )
    people = [Option(value="8", name="Rasa Petrauskienė", detail="UAB Statyba")]
    said = "Rasa Petrauskienė 8 612 34567"
    named = Twins(what="person", said=said, name="Rasa Petrauskienė", twins=people)
    yield "new person, perhaps known", named
    yield "entered company", Entered(operation_id=9, company=Named(7, "UAB Statyba"))
    rasa = Named(8, "Rasa Petrauskienė")
    yield "entered person", Entered(operation_id=9, person=rasa, phone="8 612 34567")
    yield "entered person of a company", Entered(operation_id=9, person=rasa, company=Named(7, "UAB Statyba"))
    yield (
        "deal begun",
        card(
            code,
            steps=[],
            contacts=[],
            menu="begun",
            choices=[Option(value="2", name=say(code, "Eksportas", "Export"))],
            change=DealChange(what="begun", operation_id=9),
            ask=AskInWords(about="deal", record_id=3, field="title-amount"),
        ),
    )
    change = DealChange(what="pipeline", operation_id=9, name=say(code, "Eksportas", "Export"))
    yield "deal in another pipeline", card(code, steps=[], contacts=[], change=change)
