"""Dealerships of Porsche in America and of Alpine, and how many Alpine's target would need."""

from scripts.drawing.rows import Row

NETWORKS = {
    "porsche": ("context", "porsche-us-dealers-2020", "porsche-us-sales-per-dealer-2020"),
    "alpine": ("accent-soft", "alpine-points-of-sale-2023"),
    "planned": ("accent", "alpine-target-points-of-sale-2030", "alpine-target-sales-per-point-of-sale-2030"),
    "needed": ("warm", "dealers-for-target"),
    "autonation": (None, "autonation-stores-2022"),
}
"""Network -> its colour, the figures of its dealerships and, if known, of the cars a year that each sells."""
PLACES = {"porsche": 0, "alpine": -1, "planned": -2.25, "needed": -3.6}
"""Network -> the place of its bar on y. AutoNation, with stores of all brands, stands in the table alone."""
THICKNESS = 0.52
"""Of a bar, on y, where those of two networks are 1 apart or more."""
STRIPES = "".join(f"M{max(end - 4, 0)},{min(end, 4)}L{min(end, 34)},{max(end - 34, 0)}" for end in range(1, 38))
"""Slanting lines, none of them out of a box of 34 by 4."""


def rows(facts):
    target = facts.figure("alpine-target-2030").number
    sold = facts.figure("alpine-network-2030-sales").number
    by_2022 = facts.figure("dealers-for-target-2022")
    networks = []
    for name, (_, *keys) in NETWORKS.items():
        figure, *sales = map(facts.figure, keys)
        row = Row.of(figure, network=name, dealers=figure.number, year=figure.year, target=target, sold=sold)
        for each in sales:
            row = row.with_cells(each=each.number).with_source(each)
        if name == "needed":
            row = row.with_cells(by_2022=by_2022.number).with_source(by_2022)
        networks.append(row)
    return networks


def draw(sheet, rows, fmt):
    """On x dealerships, on y a bar a network."""
    bars = [row.with_cells(place=PLACES[row["network"]]) for row in rows if row["network"] in PLACES]

    def color(row):
        return NETWORKS[row["network"]][0]

    def count(row):
        words = f"{row['network']}_count"
        return fmt.text(words) if words in fmt.texts else f"<b>{fmt.number(row['dealers'])}</b>"

    sheet.bars(bars, x="dealers", y="place", across=True, thickness=THICKNESS, text=count, color=color)
    for row in bars:
        strong = row["network"] in ("planned", "needed")
        _draw_name(sheet, fmt.one_line(row["network"]), row["place"], color(row) if strong else "ink", bold=strong)
        if row["network"] == "needed":
            _draw_range(sheet, row)


def _draw_name(sheet, name, y, color, *, bold):
    """The name of a network, left of its bar on y, on a phone over it."""
    if sheet.shape == "narrow":
        sheet.label(name, x=0, y=y, dx=-0.15, dy=1.5, color=color, bold=bold, wrap=25)
    else:
        sheet.label(name, x=0, y=y, align="right", baseline="middle", dx=-0.4, color=color, bold=bold, wrap=16)


def _draw_range(sheet, needed):
    """The bar that was reckoned: striped to the lower figure on x, pale from there to the higher."""
    least = needed["by_2022"]
    rest = needed.with_cells(long=needed["dealers"] - least)
    sheet.bars([rest], x="long", y="place", base=least, across=True, thickness=THICKNESS, color="warm-soft", hover="")
    y = (needed["place"] - THICKNESS / 2, needed["place"] + THICKNESS / 2)
    sheet.path(STRIPES, x=(0, least), y=y, box=(34, 4), color="paper", filled=False, stroke=2)
