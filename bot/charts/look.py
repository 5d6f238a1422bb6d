"""How every picture looks: sizes for a phone, and two sets of colours that the colour-blind tell apart."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH_IN = 5.0
ROW_IN = 0.5
COLUMN_IN = 2.2
HEAD_IN = 1.05
FOOT_IN = 0.45
LEGEND_IN = 0.35
DPI = 180
FONT = "DejaVu Sans"
"""Comes with the drawing library and knows all letters of Europe."""

MOST_SAYING = 8
"""Columns that have room for their names and numbers."""

FEWEST = 4
"""A single column is no wider than one of so many."""

LONGEST_NAME = 24
COMPRESSED = 3
"""Of 9: more takes as long as all the drawing and saves little."""

MARK = (0, (2, 1))
"""How the line across the bars is dashed."""


@dataclass(frozen=True, slots=True)
class Look:
    """Colours of a picture; `series` after M. Okabe and K. Ito, Color Universal Design (2008)."""

    ground: str
    ink: str
    pale: str
    series: Sequence[str]


LIGHT = Look("#f2f5f7", "#1c2733", "#5f6c78", ("#0072b2", "#e69f00", "#b8c2cb", "#b8480b"))
DARK = Look("#17212b", "#f2f5f8", "#8fa0af", ("#56b4e9", "#f0b93a", "#4a5a68", "#d9603b"))
"""The ground of the light one is not quite white: in a dark chat it would glare."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: its name, the lengths of its parts side by side, and what is written behind them.

    `low`, `high`: a range drawn over it.
    """

    name: str
    parts: Sequence[float]
    said: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Plot:
    """What a picture shows: bars one below the other, or `upright` side by side.

    `marked`: a line across all at a length, with its name.
    """

    title: str
    about: str
    bars: Sequence[Bar]
    legend: Sequence[str] = ()
    marked: tuple[float, str] | None = None
    foot: str = ""
    colours: Sequence[int] = field(default=(0, 1, 2, 3))
    upright: bool = False


@cache
def _letters() -> frozenset[int]:
    """What the pictures' letters can write; an emoji in a name is not among them."""
    from matplotlib.font_manager import findfont, get_font

    return frozenset(get_font(findfont(FONT)).get_charmap())


def shortened(name: str) -> str:
    """A name that leaves room for what is said beside it, without what cannot be drawn."""
    name = "".join(letter for letter in name if ord(letter) in _letters()).strip() or "–"
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"


def picture(plot: Plot, look: Look) -> bytes:
    """The PNG. Loads the drawing library, which is needed for nothing else."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    below = FOOT_IN * bool(plot.foot) + LEGEND_IN * bool(plot.legend) + 0.1
    height = HEAD_IN + (COLUMN_IN if plot.upright else ROW_IN * max(len(plot.bars), 1)) + below
    with rc_context({"font.family": FONT, "text.parse_math": False}):
        figure = Figure(figsize=(WIDTH_IN, height), dpi=DPI, facecolor=look.ground)
        FigureCanvasAgg(figure)
        figure.text(0.04, 1 - 0.32 / height, plot.title, size=14, weight="bold", color=look.ink)
        figure.text(0.04, 1 - 0.62 / height, plot.about, size=10, color=look.pale)
        axes = figure.add_axes(
            (0.04, below / height, 0.92, 1 - (HEAD_IN - 0.15 + below) / height), facecolor=look.ground
        )
        if plot.upright:
            _columns(axes, plot, look)
        else:
            _bars(axes, plot, look)
        axes.set_axis_off()
        _legend(axes, plot, look, below / (height - HEAD_IN + 0.15 - below))
        if plot.foot:
            figure.text(0.04, 0.2 / height, plot.foot, size=9.5, color=look.pale)
        file = BytesIO()
        figure.savefig(
            file,
            format="png",
            facecolor=look.ground,
            metadata={"Software": None},
            pil_kwargs={"compress_level": COMPRESSED},
        )
    return file.getvalue()


def _bars(axes: "Axes", plot: Plot, look: Look) -> None:
    """Each bar under its name, what it says behind it."""
    reach = [max(sum(bar.parts), bar.high or 0) for bar in plot.bars]
    longest = max([*reach, plot.marked[0] if plot.marked else 0], default=0) or 1.0
    for row, bar in enumerate(plot.bars):
        left = 0.0
        for number, part in enumerate(bar.parts):
            axes.barh(row, part, 0.42, left, color=look.series[plot.colours[number]])
            left += part
        if bar.low is not None and bar.high is not None:
            axes.plot((bar.low, bar.high), (row, row), color=look.ink, lw=2, marker="|", ms=11, mew=2)
        for x, said, side in ((0.0, shortened(bar.name), "left"), (longest, bar.said, "right")):
            axes.text(x, row - 0.36, said, size=10.5, color=look.ink, va="center", ha=side)
    if plot.marked is not None:
        rows = range(len(plot.bars))
        ends = [row - 0.27 for row in rows], [row + 0.27 for row in rows]
        axes.vlines([plot.marked[0]] * len(rows), *ends, color=look.ink, lw=2.5, ls=MARK)
    axes.set_xlim(0, longest * 1.005)
    axes.set_ylim(max(len(plot.bars), 1) - 0.5, -0.6)


def _columns(axes: "Axes", plot: Plot, look: Look) -> None:
    """Each column over its name, what it says above it; of many only some say anything."""
    tallest = max((sum(bar.parts) for bar in plot.bars), default=0) or 1.0
    every = -(-len(plot.bars) // MOST_SAYING) or 1
    for place, bar in enumerate(plot.bars):
        top = 0.0
        for number, part in enumerate(bar.parts):
            axes.bar(place, part, 0.78, top, color=look.series[plot.colours[number]])
            top += part
        if place % every == 0:
            axes.text(place, -tallest * 0.07, bar.name, size=9, color=look.pale, va="center", ha="center")
            axes.text(
                place, top + tallest * 0.05, bar.said, size=9.5, color=look.ink, va="center", ha="center"
            )
    axes.set_xlim(-0.6, max(len(plot.bars), FEWEST) - 0.4)
    axes.set_ylim(-tallest * 0.12, tallest * 1.1)


def _legend(axes: "Axes", plot: Plot, look: Look, below: float) -> None:
    """What each colour and the line mean, below the bars."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    handles: list[Patch | Line2D] = [
        Patch(color=look.series[number], label=name)
        for number, name in zip(plot.colours, plot.legend, strict=False)
    ]
    if plot.marked is not None:
        handles.append(Line2D([], [], color=look.ink, lw=2, ls=MARK, label=plot.marked[1]))
    if handles:
        axes.legend(
            handles=handles,
            loc="lower left",
            bbox_to_anchor=(0.0, -below * (0.5 if plot.foot else 0.85)),
            ncols=len(handles),
            frameon=False,
            fontsize=9.5,
            labelcolor=look.ink,
            borderpad=0,
            borderaxespad=0,
            handlelength=1.4,
            columnspacing=1.2,
            handletextpad=0.4,
        )
