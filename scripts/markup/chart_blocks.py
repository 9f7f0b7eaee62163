"""The blocks that show charts: in a page, on a page of their own, in the gallery."""

from itertools import chain

from scripts.content import citation, mail
from scripts.drawing import theme
from scripts.drawing.chart import Chart
from scripts.drawing.live import live_json
from scripts.drawing.source_line import source_line
from scripts.facts.figures import sources_of
from scripts.index import markdown_pages, markers
from scripts.markup import filter_bar
from scripts.markup.page import Page
from scripts.outputs import embed


def render_chart(page: Page, slug: str, *, alone: bool = False) -> str:
    """`/// chart | slug`: a chart with its title, drawing in two shapes, takeaway, source line and table.

    `alone`: on its own page, which has the interactive version, and names the sources itself.
    """
    chart = page.edition.chart(slug)
    if not alone:
        page.use(page.charts, slug)
    files = {shape: chart.folder / f"{shape}.svg" for shape in theme.IN_PAGES}
    return page.render(
        "chart",
        chart=chart,
        files=files,
        drawn_all=all(file.exists() for file in files.values()),
        alone=alone,
        source_line=source_line(chart, page.facts, rest="chart.source.below" if alone else "chart.source.rest"),
        address=page.edition.address_of(f"charts/{slug}"),
        tall=chart.definition.settings.height.wide > theme.WIDE.width * 2 / 3,
        interactive=alone and bool(live_json(chart, page.facts)),
    )


def render_chart_page(page: Page, slug: str) -> str:
    """`/// chart-page | slug`: the content of a chart's own page: the chart large, its question, sources, notes and downloads."""
    edition = page.edition
    chart = edition.chart(slug)
    return page.render(
        "chart_page",
        chart=chart,
        figure=render_chart(page, slug, alone=True),
        ids=sources_of(chart.rows),
        notes=chart_notes(chart),
        mail=mail.chart_part(chart, edition),
        pages={name: markdown_pages.menu_name(edition, name) for name in chart.definition.settings.pages},
        cite=citation.chart_citation(chart, edition),
        frames=embed.codes(chart, edition),
        fit=embed.fitting_script(),
        pictures=[ending for ending in ("png", "svg") if (chart.folder / f"{slug}.{ending}").exists()],
    )


def render_gallery(page: Page, _argument: str) -> str:
    """`/// gallery`: all charts, each a link to its own page."""
    charts = page.edition.all_charts
    topics = chain.from_iterable(chart.definition.settings.topics for chart in charts)
    bar = filter_bar.render(page, len(charts), topic=topics)
    return page.render("gallery", charts=charts, bar=bar)


def render_chart_list(page: Page, argument: str) -> str:
    """`/// chart-list | SLUG; SLUG`: charts in this order, each with title, takeaway and a link to its downloads."""
    return page.render("chart_list", charts=[page.edition.chart(slug) for slug in markers.names_of(argument)])


def chart_notes(chart: Chart) -> list[tuple[str, str]]:
    """The rows' notes, each after the labels of its rows, without which it would not be understood."""
    names: dict[str, list[str]] = {}
    for row in chart.rows:
        note = row.note.get(chart.language)
        if note:
            names.setdefault(note, []).append(chart.name_of(row))
    return [(" · ".join(dict.fromkeys(names_of_rows)), note) for note, names_of_rows in names.items()]
