"""Dealerships of Porsche in America and of Alpine, and how many Alpine's target would need."""

from scripts.drawing.rows import Row

NETWORKS = {
    "porsche": ("porsche-us-dealers-2020", "porsche-us-sales-per-dealer-2020", "context"),
    "alpine": ("alpine-points-of-sale-2023", None, "accent-soft"),
    "planned": ("alpine-target-points-of-sale-2030", "alpine-target-sales-per-point-of-sale-2030", "accent"),
    "needed": ("dealers-for-target", None, "warm"),
    "autonation": ("autonation-stores-2022", None, None),
}
"""Network -> the figure of its dealerships, that of cars a year that each sells, its colour.

The last, with stores of all brands, is compared with none: it stands in the table alone.
"""


def rows(facts):
    target, sold = (facts.figure(key).number for key in ("alpine-target-2030", "alpine-network-2030-sales"))
    networks = []
    places = (0, -1, -2, -3.3, None)  # what was reckoned stands apart
    for (name, (key, sales, _)), place in zip(NETWORKS.items(), places, strict=True):
        figure = facts.figure(key)
        row = Row.of(
            figure, network=name, dealers=figure.number, year=figure.year, target=target, sold=sold, place=place
        )
        if sales:
            each = facts.figure(sales)
            row = row.with_cells(each=each.number).with_source(each)
        networks.append(row)
    return networks


def values(rows, fmt):
    dealers = {row["network"]: row["dealers"] for row in rows}
    return {"times": str(round(dealers["needed"] / dealers["planned"]))}


def draw(sheet, rows, fmt):
    """On x dealerships, on y a bar a network; the longest is parted where one plan ends, two and three."""
    bars = rows[:-1]
    *_, planned, needed = bars

    def color(row):
        return NETWORKS[row["network"]][2]

    def count(row):
        name = f"{row['network']}_count"
        return fmt.text(name) if name in fmt.texts else f"<b>{fmt.number(row['dealers'])}</b>"

    def hover(row):
        return f"{fmt.label(row['network'])}<br>{fmt.number(row['dealers'])}"

    half = sheet.choose(0.36, narrow=0.22)
    size = sheet.choose(1.15, card=1)
    look = {"across": True, "width": 2 * half, "ticks": "", "text": count, "text_size": size, "color": color}
    sheet.bars(bars, x="dealers", y="place", hover=hover, **look)
    for row in bars:
        strong = row in (planned, needed)
        words = {"x": 0, "bold": strong, "color": color(row) if strong else "ink"}
        if sheet.shape == "narrow":
            sheet.label(fmt.label(row["network"]), y=row["place"] + half, dx=-0.15, dy=0.2, room=25, **words)
        else:
            words |= {"align": "right", "baseline": "middle", "dx": -0.4}
            sheet.label(fmt.text(row["network"]), y=row["place"], room=18, **words)
    foot, top = needed["place"] - half, needed["place"] + half
    sheet.stripes(x=(0, needed["dealers"]), y=(foot, top))
    most = int(needed["dealers"] / planned["dealers"])
    for times in range(1, most + 1):
        sheet.rule(x=times * planned["dealers"], y=(foot, top), width=5, color="paper")
    parts, under = (0, most * planned["dealers"]), foot - 0.15
    sheet.line(x=[0, *parts, parts[1]], y=[foot - 0.07, under, under, foot - 0.07], color="accent", width=1.5)
    words = f"{most} × {fmt.number(planned['dealers'])}"
    sheet.label(words, x=parts, y=under, align="center", baseline="top", bold=True, color="accent")
