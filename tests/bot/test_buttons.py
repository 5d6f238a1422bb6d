"""Buttons are packed into what Telegram allows, and nothing else is unpacked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.buttons.agenda import ShowWeek
from bot.buttons.logged import Answer, Choose, Undo
from bot.buttons.packing import CODES, UnknownButton, pack, unpack


@pytest.mark.parametrize(
    "button",
    [
        Undo(5),
        Choose(3, "next.time", "10:00"),
        Choose(3, "date", "2026-11-24"),
        Answer(7, "11:30"),
        ShowWeek(),
    ],
)
def test_a_button_survives_packing(button: Undo | Choose | Answer | ShowWeek) -> None:
    assert unpack(pack(button)) == button


@pytest.mark.parametrize("packed", ["", "u", "u:", "u:x", "u:1:2", "zz:1", "d:1", "wk:1", ":", "c:1"])
def test_what_no_button_packs_is_refused(packed: str) -> None:
    with pytest.raises(UnknownButton):
        unpack(packed)


@given(
    st.text(max_size=80)
    | st.builds(lambda code, rest: f"{code}:{rest}", st.sampled_from(sorted(CODES)), st.text(max_size=60))
)
def test_forged_data_is_a_button_or_refused(packed: str) -> None:
    try:
        unpack(packed)
    except UnknownButton:
        return


def test_over_sixty_four_bytes_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="64"):
        pack(Choose(1, "company", "ž" * 40))
