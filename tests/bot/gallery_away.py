"""Samples of days off, deputies, and members who leave."""

from collections.abc import Iterator
from datetime import date

from core.notices import Away, Deed, Leaving, MemberLine, Members, Named, Notice, Refusal, StandIn, TakenOver
from tests.bot.gallery_logs import TODAY

BACK = date(2026, 11, 30)
RUTA = Named(5, "Rūta Kazlauskaitė")
TADAS = Named(6, "Tadas Vaičiūnas")
MANTAS = MemberLine(id=7, name="Mantas Girdvainis", team="Vilnius", open_deals=22)


def off(**more: object) -> Away:
    base: dict[str, object] = {"today": TODAY, "absence_id": 3, "starts_on": TODAY, "ends_on": BACK}
    return Away(**(base | {"colleagues": [RUTA, TADAS]} | more))  # type: ignore[arg-type]


def away_samples(_code: str) -> Iterator[tuple[str, Notice]]:
    yield "no days off", Away(today=TODAY)
    yield "days off", off(deed=Deed(what="away", operation_id=9))
    later = off(starts_on=date(2026, 11, 26), deputy=RUTA, deed=Deed(what="deputy", operation_id=9))
    yield "days off with a deputy", later
    yield "days off, nobody to stand in", off(colleagues=[])
    yield "back", Away(today=TODAY, deed=Deed(what="back", operation_id=9))
    yield "which days", Refusal(key="error-no-such-days")
    yield "stand in", StandIn(name="Mantas Girdvainis", starts_on=TODAY, ends_on=BACK, today=TODAY)
    yield (
        "no longer stand in",
        StandIn(name="Mantas Girdvainis", starts_on=TODAY, ends_on=BACK, today=TODAY, is_over=True),
    )
    lines = [MANTAS, MemberLine(id=5, name="Rūta Kazlauskaitė", open_deals=1, away_until=BACK)]
    yield "members", Members(page=0, pages=2, count=10, members=lines, today=TODAY)
    yield "no members", Members(page=0, pages=1, count=0, members=[], today=TODAY)
    yield "who takes over", Leaving(member=MANTAS, today=TODAY, open_steps=3, heirs=[RUTA, TADAS])
    free = MemberLine(id=8, name="Jonas Petrulynas")
    yield "nothing to take over", Leaving(member=free, today=TODAY)
    yield "has left", Leaving(member=MANTAS, today=TODAY, open_steps=3, has_left=True, heir=RUTA.name)
    yield "taken over", TakenOver(giver="Mantas Girdvainis", deals=22, steps=3)
