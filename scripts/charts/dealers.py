"""Dealerships that Alpine had and planned, of two in America, and what its target would need at Porsche's rate."""

from scripts.drawing.rows import Row

NETWORKS = {
    "alpine": "alpine-points-of-sale-2023",
    "planned": "alpine-target-points-of-sale-2030",
    "needed": "dealers-for-target",
    "porsche": "porsche-us-dealers-2020",
    "autonation": "autonation-stores-2022",
}
"""Network -> the figure that counts its dealerships, from the top down."""
EACH = {"planned": "alpine-target-sales-per-point-of-sale-2030", "porsche": "porsche-us-sales-per-dealer-2020"}
"""Network -> the figure of cars a year that each of its dealerships would sell, or sold."""
COLORS = {"planned": "accent", "needed": "warm"}
GAP = 0.5
"""What parts those of others, for comparison, from Alpine's own."""


def rows(facts):
    target = facts.figure("alpine-target-2030").number
    networks = []
    for number, (name, key) in enumerate(NETWORKS.items()):
        figure = facts.figure(key)
        place = -number - GAP * (name in ("porsche", "autonation"))
        dealers, year = figure.number, figure.year
        row = Row.of(figure, network=name, dealers=dealers, year=year, target=target, place=place)
        if name in EACH:
            each = facts.figure(EACH[name])
            row = row.with_cells(each=each.number).with_source(each)
        networks.append(row)
    return networks


def values(rows, fmt):
    dealers = {row["network"]: row["dealers"] for row in rows}
    return {"times": str(round(dealers["needed"] / dealers["planned"]))}


def draw(sheet, rows, fmt):
    """On x dealerships, on y a bar a network."""

    def count(row):
        return fmt.text("reckoned") if row["network"] == "needed" else f"<b>{fmt.number(row['dealers'])}</b>"

    def color(row):
        return COLORS.get(row["network"], "context")

    def hover(row):
        return f"{fmt.label(row['network'])}<br>{fmt.number(row['dealers'])}"

    (needed,) = [row for row in rows if row["network"] == "needed"]
    half = sheet.choose(0.34, narrow=0.22)
    sheet.bars(
        rows, x="dealers", y="place", across=True, width=2 * half, ticks="", text=count, color=color, hover=hover
    )
    sheet.stripes(x=(0, needed["dealers"]), y=(needed["place"] - half, needed["place"] + half))
    for row in rows:
        name = row["network"]
        look = {"x": 0, "color": COLORS.get(name, "ink"), "bold": name in COLORS}
        if sheet.shape == "narrow":
            sheet.label(fmt.label(name), y=row["place"] + half, dx=-0.15, dy=0.2, room=25, **look)
        else:
            words = sheet.choose(fmt.text(name), card=fmt.text(name) if name == "needed" else fmt.label(name))
            size = sheet.choose(1, card=0.9)
            sheet.label(words, y=row["place"], align="right", baseline="middle", dx=-0.4, size=size, room=17, **look)
    if sheet.shape != "card":
        sheet.label(fmt.text("sum"), x=0, y=needed["place"] - half, dx=-0.15, dy=-0.2, baseline="top")
