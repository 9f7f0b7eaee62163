"""Marks in data units: what a chart says it draws.

A chart gives a list of marks (`bars`, `label`, `line` ...), and each is put on a sheet (scripts/drawing/sheet.py). Places are in the
units of its rows: years, cars, dollars. Colours are roles of the theme. Text is in em of the shape, and grows away from its place by
`align` and `baseline`. So no chart but a `picture` counts pixels, and the same marks draw every shape.

Every option may differ by shape: `x={"wide": 3, "narrow": 2}`; a shape that is not named takes the value of `wide`.
`shapes={"wide"}` leaves a mark out of the others.
"""

import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from math import log10
from typing import Any

from scripts.drawing import measure, theme
from scripts.drawing.chart import Row
from scripts.drawing.sheet import Mark, Sheet, slack_in
from scripts.problems import UnknownName

BUT_CARD = set(theme.SHAPES) - {"card"}  # for what a share card, which is low, has no room
Text = str | Callable[[Row], str]


def _each(rows: Sequence[Row], wanted: Any) -> list[Any]:
    """A column's cells, or what a function says of each row, or the same for all."""
    if callable(wanted):
        return [wanted(row) for row in rows]
    if isinstance(wanted, str) and rows:
        return [row[wanted] for row in rows]
    return [wanted] * len(rows)


def _numbers(values: Iterable[Any]) -> list[float | None]:
    return [None if value is None else float(value) for value in values]


def _texts(values: Iterable[Any]) -> list[str]:
    return ["" if value is None else str(value) for value in values]


def mark(put: Callable[..., None]) -> Callable[..., Mark]:
    """A function that puts something on a sheet -> one for charts, whose options may differ by shape.

    `shapes`: those that show it, None for all.
    """
    signature = inspect.signature(put)

    @wraps(put)
    def made(*given: Any, shapes: set[str] | None = None, **options: Any) -> Mark:
        for name in options.keys() - signature.parameters.keys():  # told at the chart's own line
            raise UnknownName(name, f"an option of {put.__name__}", [*list(signature.parameters)[1:], "shapes"])
        signature.bind(None, *given, **options)
        maker = sys._getframe(1)
        at = maker.f_code.co_filename, maker.f_lineno

        def drawn(sheet: Sheet) -> None:
            if shapes is None or sheet.shape in shapes:
                sheet.at = at
                put(sheet, *map(sheet.pick, given), **{name: sheet.pick(value) for name, value in options.items()})

        return drawn

    return made


@mark
def bars(
    sheet: Sheet, rows: Sequence[Row], *, x: str, y: str, text: Text | None = None, color: Text = "accent",
    hover: Text | None = None, base: Any = 0, width: float = 0.72, ticks: Text | None = None, across: bool = False,
    text_size: float = 1,
) -> None:
    """A bar a row, from `base` up to its value; with `across`, lying down: then `x` is its length and `y` its place.

    `text` says what stands at its end; `ticks` what stands under it (or left of it), as a rule the cell of its place,
    `""` for nothing. A row without a value is a gap.
    """
    along, value = ("y", "x") if across else ("x", "y")
    cells = {"x": x, "y": y}
    places, values, bases = (_numbers(_each(rows, one)) for one in (cells[along], cells[value], base))
    ends = [None if one is None else one + start for one, start in zip(values, bases, strict=True)]
    texts = _texts(_each(rows, text))
    names = _texts(_each(rows, None if ticks == "" else ticks or cells[along]))
    said = _texts(_each(rows, hover)) if hover else [
        f"{name}<br>{shown}" if shown else "" for name, shown in zip(names, texts, strict=True)
    ]
    colors = [theme.color(one) for one in _each(rows, color if callable(color) else lambda row: color)]
    sheet.trace(
        type="bar", orientation="h" if across else "v", **{along: places, value: values}, base=bases, width=width,
        hover=["" if one is None else words for one, words in zip(values, said, strict=True)],
        marker={"color": colors, "line": {"color": colors, "width": [0] * len(rows)}},
    )
    sheet.base_at_zero = value
    sheet.reach(along, *(at - 0.5 for at in places), *(at + 0.5 for at in places))
    sheet.reach(value, *bases, *ends)
    sheet.ticks[along] |= {at: name for at, name in zip(places, names, strict=True) if name}
    for at, end, words in zip(places, ends, texts, strict=True):
        if end is not None and words:
            beside = {"x": end, "y": at, "align": "left", "baseline": "middle", "dx": 0.4}
            above = {"x": at, "y": end, "align": "center", "baseline": "bottom", "dy": 0.1}
            sheet.write(words, **beside if across else above, color="ink", size=text_size)


@mark
def line(
    sheet: Sheet, rows: Sequence[Row] | None = None, *, x: Any = None, y: Any = None, color: str = "axis",
    width: float = 1, dash: str | None = None, steps: bool = False, dots: float = 0, hover: Text | None = None, under: bool = False,
) -> None:
    """A line through rows (`x` and `y` name columns), or through lists of places, or straight across: `x` or `y` alone.

    `dots`: size of a dot at each place, in em; `steps`: each value holds until the next place. None in `y` breaks it.
    """
    stroke = {"color": theme.color(color), "width": width} | ({"dash": dash} if dash else {})
    ends = [x, y]
    if rows is None and not all(isinstance(one, Sequence) and len(one) > 2 for one in ends):
        places = [(one, one) if one is not None and not isinstance(one, Sequence) else one for one in ends]
        _shape(sheet, *places, type="line", line=stroke, **({"layer": "below"} if under else {}))
        return
    across, up = map(_numbers, ends if rows is None else (_each(rows, x), _each(rows, y)))
    sheet.reach("x", *across)
    sheet.reach("y", *up)
    marker = {"marker": _dot(sheet, color, dots, [False] * len(across), "circle")} if dots else {}
    sheet.trace(
        type="scatter", x=across, y=up, mode="lines+markers" if dots else "lines", cliponaxis=False,
        line=stroke | ({"shape": "hv"} if steps else {}), **marker, hover=_each(rows or (), hover),
    )


@mark
def dots(
    sheet: Sheet, rows: Sequence[Row], *, x: Any, y: Any, color: str = "accent", size: float = 0.7, hollow: Any = False,
    symbol: str = "circle", hover: Text | None = None,
) -> None:
    """A dot a row; `size` in em; `hollow`: outlined only; `symbol`: circle, square, x, diamond, line-ew ..."""
    across, up = (_numbers(_each(rows, one)) for one in (x, y))
    sheet.reach("x", *across)
    sheet.reach("y", *up)
    marker = _dot(sheet, color, size, _each(rows, hollow), symbol)
    sheet.trace(type="scatter", x=across, y=up, mode="markers", cliponaxis=False, marker=marker, hover=_each(rows, hover))


def _shape(sheet: Sheet, x: Sequence[Any] | None, y: Sequence[Any] | None, **options: Any) -> None:
    """A line or a rectangle between two places; None on an axis: over all of it."""
    places: dict[str, Any] = {}
    for axis, ends in (("x", x), ("y", y)):
        start, end = (0, 1) if ends is None else _numbers(ends)
        places |= {f"{axis}0": start, f"{axis}1": end} | ({f"{axis}ref": "paper"} if ends is None else {})
        if ends is not None:
            sheet.reach(axis, start, end)
    sheet.shapes.append(places | options)


def _dot(sheet: Sheet, role: str, size: float, hollow: list[Any], symbol: str) -> dict[str, Any]:
    color = theme.color(role)
    return {
        "symbol": symbol, "size": round(size * sheet.em, 1),
        "color": [theme.PAPER if empty else color for empty in hollow], "opacity": 1,
        "line": {"color": color, "width": [2 if empty else 0 for empty in hollow]},
    }


@mark
def label(
    sheet: Sheet, text: str, *, x: Any, y: Any, align: str = "left", baseline: str = "bottom", color: str = "soft",
    size: float = 1, bold: bool = False, dx: float = 0, dy: float = 0, width: float | None = None,
    room: float | None = None, ground: bool = False,
) -> None:
    """Words at a place; `align` (left, center, right) and `baseline` (bottom, middle, top) say which end stands there.

    `x`: a number, or a pair whose middle is meant. `dx`, `dy`, `width` (where lines break) and `room` (letters shrink
    where a line is wider, as in a language with longer words) are in em; `ground` lays paper under the words.
    """
    words = measure.wrap(text, width / size, bold=bold) if width else text
    if room:
        size = min(size, room / (measure.length(words, bold=bold) * slack_in(sheet.shape)))
    across = sum(map(float, x)) / 2 if isinstance(x, Sequence) else float(x)
    sheet.write(
        f"<b>{words}</b>" if bold else words, across, float(y), align=align, baseline=baseline,
        color=color, size=size, dx=dx, dy=dy, ground=ground,
    )


@mark
def band(
    sheet: Sheet, *, x: tuple[Any, Any] | None = None, y: tuple[Any, Any] | None = None, color: str = "line",
    opacity: float = 1, above: bool = False,
) -> None:
    """A shaded ground from place to place on one axis, over all of the other; with both, a rectangle.

    `above`: on the other marks.
    """
    _shape(
        sheet, x, y, type="rect", fillcolor=theme.color(color), line={"width": 0},
        layer="above" if above else "below", **({"opacity": opacity} if opacity != 1 else {}),
    )


@mark
def stripes(sheet: Sheet, *, x: tuple[Any, Any], y: tuple[Any, Any]) -> None:
    """Stripes over a rectangle of a bar: what it shows was reckoned or declared, not counted."""
    sheet.stripes.append({"x": _numbers(x), "y": _numbers(y)})


@mark
def path(
    sheet: Sheet, outline: str, *, x: tuple[Any, Any], y: tuple[Any, Any], box: tuple[float, float] = (100, 100),
    color: str = "accent", filled: bool = True, dash: str | None = None, width: float = 1.5, under: bool = False,
) -> None:
    """A drawing of your own: an SVG path (absolute M L H V C Q Z) in a box `(width, height)` with y downwards, set
    between two places.

    `under`: dots and lines are drawn over it.
    """
    (x0, x1), (y0, y1) = map(_numbers, (x, y))

    # To about a thousandth of the drawing, which is all that the eye sees and half of what it would weigh.
    finest = [max(0, round(3.2 - log10(abs(end - start)))) for start, end in ((x0, x1), (y0, y1))]

    def place(number: float, axis: int) -> str:
        start, end, size = ((x0, x1, box[0]), (y1, y0, box[1]))[axis]
        return f"{round(start + number / size * (end - start), finest[axis]):g}"

    told = []
    for command, numbers in re.findall(r"([MLHVCQZ])([^MLHVCQZ]*)", outline):
        axes = {"H": (0,), "V": (1,)}.get(command, (0, 1))
        found = enumerate(re.findall(r"-?\d+(?:\.\d+)?", numbers))
        told.append(" ".join([command, *(place(float(one), axes[at % len(axes)]) for at, one in found)]))
    sheet.reach("x", x0, x1)
    sheet.reach("y", y0, y1)
    fill = theme.color(color) if filled else "rgba(0,0,0,0)"
    stroke = {"color": theme.color(color), "width": width if not filled or dash else 0}
    stroke |= {"dash": dash} if dash else {}
    below = {"layer": "below"} if under else {}
    sheet.shapes.append({"type": "path", "path": " ".join(told), "fillcolor": fill, "line": stroke} | below)


@mark
def ticks(sheet: Sheet, texts: Mapping[Any, str], axis: str = "x") -> None:
    """What stands along an axis: place -> text."""
    sheet.ticks[axis] |= {float(at): text for at, text in texts.items()}
    sheet.reach(axis, *map(float, texts))


@mark
def _put(sheet: Sheet, one: Mark) -> None:
    one(sheet)


def only(shapes: set[str], marks: Iterable[Mark | None]) -> Iterator[Mark]:
    """Marks that some shapes alone show."""
    return (_put(one, shapes=shapes) for one in marks if one is not None)


def broken_but_on_card(text: str) -> dict[str, str]:
    """A text for a label, in one line on a share card, which is low."""
    return {"wide": text, "card": text.replace("<br>", " ")}
