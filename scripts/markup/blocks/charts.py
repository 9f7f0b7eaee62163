"""Charts in pages: with caption, inline drawings, takeaway, source line and table of the rows; on their own pages, in lists."""

from scripts.drawing import theme
from scripts.drawing.chart import PreparedChart
from scripts.drawing.live import live_json
from scripts.facts.figures import sources_of
from scripts.index import markers, written
from scripts.markup import filters
from scripts.markup.page import Page
from scripts.outputs import citation, embed, mail


def render_chart(page: Page, slug: str, *, alone: bool = False) -> str:
    """`/// chart | slug`: a chart with its title, drawing in two shapes, takeaway, source line and table.

    `alone`: on its own page, which has the interactive version, and names the sources itself.
    """
    chart = page.edition.chart(slug)
    if not alone:
        page.use(page.charts, slug)
    files = {shape: chart.folder / f"{shape}.svg" for shape in theme.IN_PAGES}
    return page.render(
        "chart", chart=chart, files=files, drawn_all=all(file.exists() for file in files.values()), alone=alone,
        address=page.edition.address_of(f"charts/{slug}"), tall=chart.definition.heights["wide"] > theme.WIDE.width,
        interactive=alone and bool(live_json(chart, page.facts)),
    )


def render_chart_page(page: Page, slug: str) -> str:
    """`/// chart-page | slug`: what stands on a chart's own page: the chart large, its question, sources, notes and the kit."""
    edition = page.edition
    chart = edition.chart(slug)
    return page.render(
        "chart_page", chart=chart, figure=render_chart(page, slug, alone=True), ids=sources_of(chart.rows), notes=notes(chart),
        pages=[(name, written.menu_name(edition, name)) for name in chart.definition.pages],
        cite=citation.chart_citation(chart, edition), frames=embed.codes(chart, edition), fit=embed.fitting_script(),
        pictures=[ending for ending in ("png", "svg") if (chart.folder / f"{slug}.{ending}").exists()],
        mail=mail.chart_part(chart, edition),
    )


def render_gallery(page: Page, _argument: str) -> str:
    """`/// gallery`: all charts, each a link to its own page."""
    charts = page.edition.all_charts
    bar = filters.bar(({"topic": chart.definition.topics} for chart in charts), page.fmt)
    return page.render("gallery", charts=charts, bar=bar)


def render_pictures(page: Page, argument: str) -> str:
    """`/// pictures | SLUG; SLUG`: charts in this order, each with its title, its message, and the way to what can be taken of it."""
    return page.render("pictures", charts=[page.edition.chart(slug) for slug in markers.names_of(argument)])


def notes(chart: PreparedChart) -> list[tuple[str, str]]:
    """The rows' notes, each after the names of the rows that it is about: read alone, a note would not say of what."""
    found: dict[str, list[str]] = {}
    for row in chart.rows:
        note = row.note.get(chart.language, "")
        if note:
            named_by = [column for column in chart.definition.named_by if row[column.name] not in (None, "")]
            name = ", ".join(chart.fmt.cell(row, column) for column in named_by)
            found.setdefault(note, []).append(name)
    return [(" · ".join(dict.fromkeys(names)), note) for note, names in found.items()]
