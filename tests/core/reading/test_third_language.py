"""A language is added by files alone: a start in Latvian is read, and disturbs neither of the others."""

from datetime import datetime

import pytest

from core.reading import CompanyName, Directory, PersonName, read
from core.reading.wire import got

NOW = datetime(2026, 3, 11, 10)  # noqa: DTZ001 - reading works in local time
DIRECTORY = Directory([CompanyName("k1", "SIA Dzintarkoks")], [PersonName("p1", "Guntis Eglītis", "k1")])

TABLE = """
Zvanīju uz Dzintarkoks 15 min | call - -
Piezvanīt rīt | - call 2026-03-12
Parīt tikšanās 10:00 | - meeting 2026-03-13
Piektdien sapulce | - meeting 2026-03-13
Nosūtīju piedāvājumu Dzintarkoks | proposal - -
Satikāmies vakardien | meeting - -
Zvanīju, neatbildēja | call - -
Nosūtīt piedāvājumu līdz pirmdienai | - proposal 2026-03-16
Nākamajā otrdien apmeklēt | - visit 2026-03-17
"""


@pytest.mark.parametrize("row", TABLE.strip().splitlines())
def test_latvian_message_is_read(row: str) -> None:
    text, _, expected = (part.strip() for part in row.partition("|"))
    fields = got(read(text, NOW, DIRECTORY, language="lv"))
    step = fields["next"] or {}
    assert " ".join(each or "-" for each in (fields["kind"], step.get("kind"), step.get("date"))) == expected
