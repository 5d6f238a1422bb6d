"""The twelve standard tasks: what is at hand before, what is written and tapped, and what must come of it."""

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import update

from core.actions.intent import Intent, Plan
from core.model import Person
from core.terms import StepKind
from tests.builders import House
from tests.flows.office import TUESDAY

TODAY = date.fromisoformat(TUESDAY[:10])
PHONE = "+37061234567"


@dataclass(frozen=True, slots=True)
class Say:
    """A message of one's own."""

    text: str


@dataclass(frozen=True, slots=True)
class Reply(Say):
    """A reply to the card that the message before got as its answer."""


@dataclass(frozen=True, slots=True)
class Tap:
    """A button whose words hold these, on the newest screen of the task that has one."""

    label: str


@dataclass(frozen=True, slots=True)
class Task:
    """`effect`: what the query must find in the database afterwards.

    `shown`: words that the newest screen must hold, for what is looked up. `before`: the message that made
    the situation, not counted: the log that names a wrong company, the day's screen with the step to put off.
    """

    name: str
    moves: tuple[Say | Tap, ...]
    query: str
    effect: tuple[tuple[object, ...], ...]
    shown: tuple[str, ...] = ()
    before: str = ""


def _contact(company: str) -> str:
    return f"""
        SELECT contacts.kind, no_answer, duration_min, next_steps.kind, next_steps.due_on FROM contacts
        JOIN companies ON companies.id = contacts.company_id AND companies.name = '{company}'
        LEFT JOIN next_steps ON contact_id = contacts.id AND next_steps.deleted_at IS NULL
        WHERE contacts.deleted_at IS NULL
    """


def _deal(title: str) -> str:
    return f"""
        SELECT stages.name, closed_on, lost_reason, competitor FROM deals
        JOIN stages ON stages.id = stage_id WHERE title = '{title}'
    """


def _planned(company: str) -> str:
    return f"""
        SELECT next_steps.kind, due_on FROM next_steps
        JOIN companies ON companies.id = next_steps.company_id AND companies.name = '{company}'
        WHERE done_at IS NULL AND dropped_at IS NULL AND next_steps.deleted_at IS NULL
    """


def prepare(house: House) -> None:
    """The team's other customers, a number, and a call that is planned for today."""
    for company, person, deal in (
        ("UAB Medis", "Petras Medeikis", "Lentos"),
        ("UAB Stogai", "Ona Stogienė", "Čerpės"),
        ("UAB Langas", "Vytautas Langys", "Durys"),
        ("UAB Keliai", "Darius Kelmas", "Asfaltas"),
        ("UAB Vartai", "Gintarė Vartaitė", "Tvoros"),
    ):
        house.deal(house.company(company, person), deal)
    with house.work() as work:
        now = work.now.replace(year=TODAY.year)
        has_number = update(Person).where(Person.name == "Gintarė Vartaitė")
        work.session.execute(has_number.values(phone=PHONE))
    plan = Plan(kind=StepKind.CALL, on=TODAY, at=time(15))
    intent = Intent(
        text="", said_at=now, company_id=2, person_id=house.ids["UAB Tiltas+person"], plans=[plan]
    )
    house.log(intent, now=now)


TASKS = (
    Task(
        "log a call with a next step",
        (Say("Skambinau Jonui iš Statybos 15 min, perskambinti penktadienį"),),
        _contact("UAB Statyba"),
        (("call", 0, 15, "call", "2027-11-26"),),
    ),
    Task(
        "a visit with its duration",
        (Say("Buvau pas Petrą Medyje 45 min"),),
        _contact("UAB Medis"),
        (("visit", 0, 45, None, None),),
    ),
    Task(
        "no answer, retry tomorrow",
        (Say("Onai iš Stogų neprisiskambinau, bandysiu rytoj"),),
        _contact("UAB Stogai"),
        (("call", 1, None, "call", "2027-11-24"),),
    ),
    Task(
        "a new company, person and deal",
        (Say("Skambinau Andriui Petraičiui iš UAB Grindys, naujas sandoris parketas 8000 €"),),
        """
            SELECT companies.name, people.name, currency, amount / 10000 FROM deals
            JOIN companies ON companies.id = deals.company_id
            JOIN people ON people.id = deals.person_id AND people.company_id = companies.id
            WHERE companies.name = 'UAB Grindys'
        """,
        (("UAB Grindys", "Andrius Petraitis", "EUR", 8000),),
    ),
    Task(
        "move a stage",
        (Say("Petrui iš Medžio išsiunčiau pasiūlymą"),),
        _deal("Lentos"),
        (("Pasiūlymas", None, None, None),),
    ),
    Task(
        "win a deal",
        (Say("Laimėjom Stogus"),),
        _deal("Čerpės"),
        (("Laimėta", TODAY.isoformat(), None, None),),
    ),
    Task(
        "lose to a competitor on price",
        (Say("Langą pralaimėjom prieš Medstorą dėl kainos"),),
        _deal("Durys"),
        (("Prarasta", TODAY.isoformat(), "price", "Medstoras"),),
    ),
    Task(
        "see today",
        (Say("/today"),),
        _planned("UAB Tiltas"),
        (("call", TODAY.isoformat()),),
        shown=("15:00", "Rasa Tiltenė"),
    ),
    Task(
        "snooze",
        (Tap("⏩ 1"), Tap("Rytoj")),
        _planned("UAB Tiltas"),
        (("call", "2027-11-24"),),
        before="/today",
    ),
    Task(
        "correct a wrong company",
        (Reply("Ne, Keliams"),),
        """
            SELECT companies.name, contacts.note FROM contacts
            JOIN companies ON companies.id = contacts.company_id
            WHERE contacts.note LIKE '%asfalto%' AND contacts.deleted_at IS NULL
        """,
        (("UAB Keliai", "Skambinau Statybai dėl asfalto"),),
        before="Skambinau Statybai dėl asfalto",
    ),
    Task(
        "find a phone number",
        (Say("/find Gintarė"),),
        "SELECT phone FROM people WHERE name = 'Gintarė Vartaitė'",
        ((PHONE,),),
        shown=(PHONE,),
    ),
    Task(
        "hand a deal over",
        (Say("/find Asfaltas"), Tap("Perduoti"), Tap("Rūta")),
        "SELECT members.name FROM deals JOIN members ON members.id = owner_id WHERE title = 'Asfaltas'",
        (("Rūta",),),
    ),
)
