"""Dealerships of Alpine, of Porsche and AutoNation in America, and how many Alpine's target would need."""

from scripts.drawing.rows import Row

NETWORKS = {
    "alpine": ("alpine-points-of-sale-2023", None, "accent-soft"),
    "planned": ("alpine-target-points-of-sale-2030", "alpine-target-sales-per-point-of-sale-2030", "accent"),
    "porsche": ("porsche-us-dealers-2020", "porsche-us-sales-per-dealer-2020", "context"),
    "autonation": ("autonation-stores-2022", None, "context"),
    "needed": ("dealers-for-target", None, "warm"),
}
"""Network, the smallest first -> the figure of its dealerships, that of cars a year that each sells, its colour."""


def rows(facts):
    target = facts.figure("alpine-target-2030").number
    networks = []
    for number, (name, (key, sales, _)) in enumerate(NETWORKS.items()):
        figure, place = facts.figure(key), -number - 0.3 * (name == "needed")
        row = Row.of(figure, network=name, dealers=figure.number, year=figure.year, target=target, place=place)
        if sales:
            each = facts.figure(sales)
            row = row.with_cells(each=each.number).with_source(each)
        networks.append(row)
    return networks


def values(rows, fmt):
    dealers = {row["network"]: row["dealers"] for row in rows}
    return {"times": str(round(dealers["needed"] / dealers["planned"]))}


def draw(sheet, rows, fmt):
    """On x dealerships, on y a bar a network; in the longest, marks of one plan, two and three."""
    _, planned, *_, needed = rows

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
    sheet.bars(rows, x="dealers", y="place", hover=hover, **look)
    for row in rows:
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
        sheet.rule(x=times * planned["dealers"], y=(foot - 0.1, top), width=2, color="accent")
    if sheet.shape != "card":
        words = f"{most} × {fmt.number(planned['dealers'])}"
        at = {"x": most * planned["dealers"], "y": foot, "color": "accent"}
        sheet.label(words, align="center", baseline="top", dy=-0.5, **at)
