"""Structured data in schema.org's terms: what a page is, where it stands, which data and verdicts it holds.

Of the vocabularies for data at hand (Frictionless, CSVW, schema.org) this is the one that search engines for data sets and
reference managers read today. A verdict stands on the claim's own page alone: on the scorecard they would be an eighth of its weight.
"""

from scripts import paths
from scripts.content import news
from scripts.content.citation import LICENCE
from scripts.drawing.chart import Chart
from scripts.editions import Edition
from scripts.facts.figures import lowest_confidence, sources_of
from scripts.facts.records import ClaimRow, SourceRow
from scripts.index import addresses, markdown_pages

CONTEXT = {"@context": "https://schema.org"}


def graph(edition: Edition, name: str, title: str, description: str, image: str) -> dict:
    """The structured data of one page, as one JSON-LD document. `name` as in `strategy` or `charts/SLUG`."""
    page = markdown_pages.pages(edition).get(name)
    parts = [article(edition, name, title, description, image)]
    parts.append(website(edition) if name == "index" else breadcrumbs(edition, name, title))
    if name.startswith("charts/"):
        parts.append(dataset(edition.chart(name.removeprefix("charts/")), edition))
    if page and "tables" in page.block_names:
        parts.append(whole_dataset(edition, name, description))
    section, _, key = name.partition("/")
    if section == addresses.CLAIMS and key in edition.facts.by_key["claims"]:
        parts.append(claim_review(edition, edition.facts.row(ClaimRow, key)))
    return CONTEXT | {"@graph": parts}


def website(edition: Edition) -> dict:
    return {
        "@type": "WebSite",
        "name": edition.site_name,
        "url": edition.address,
        "description": edition.fmt.word("site.strapline"),
        "inLanguage": edition.language,
    }


def _work(kind: str, anchor: str, edition: Edition, name: str, description: str) -> dict:
    """The properties that an Article and a Dataset share; `name`: of the page."""
    address = edition.address_of(name)
    return {
        "@type": kind,
        "@id": f"{address}#{anchor}",
        "url": address,
        "description": description,
        "inLanguage": edition.language,
        "datePublished": str(news.published(edition, name)),
        "dateModified": str(news.modified(edition, name)),
        "license": LICENCE["path"],
        "isAccessibleForFree": True,
    }


def article(edition: Edition, name: str, title: str, description: str, image: str) -> dict:
    return _work("Article", "article", edition, name, description) | {
        "mainEntityOfPage": edition.address_of(name),
        "headline": markdown_pages.headline(edition, name, title),
        "image": image,
        "author": publisher(edition),
        "publisher": publisher(edition),
    }


def breadcrumbs(edition: Edition, name: str, title: str) -> dict:
    """The way from the home page; for a chart, a claim or a table through its section."""
    steps = [(edition.fmt.word("page.home"), edition.address)]
    section = name.partition("/")[0]
    if section != name:
        steps.append((markdown_pages.menu_name(edition, section), edition.address_of(section)))
    steps.append((title, edition.address_of(name)))
    items = [
        {"@type": "ListItem", "position": position, "name": label, "item": item}
        for position, (label, item) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def dataset(chart: Chart, edition: Edition) -> dict:
    """The Dataset of one chart, with absolute addresses."""
    name = f"charts/{chart.slug}"
    file = f"{edition.address_of(name)}{chart.slug}"
    return _work("Dataset", "data", edition, name, chart.text("takeaway")) | {
        "name": chart.text("title"),
        "abstract": chart.text("question"),
        "variableMeasured": chart.text("unit"),
        "keywords": [edition.fmt.word(f"topic.{topic}") for topic in chart.definition.settings.topics],
        "measurementTechnique": edition.fmt.word(f"confidence.{lowest_confidence(chart.rows)}"),
        "creator": publisher(edition),
        "distribution": [
            _download(f"{file}.csv", "text/csv"),
            _download(f"{file}.png", "image/png"),
            _download(f"{file}.svg", "image/svg+xml"),
        ],
        "citation": [citation(edition.facts.sources[source]) for source in sources_of(chart.rows)],
    }


def whole_dataset(edition: Edition, name: str, description: str) -> dict:
    """All the tables as one Dataset with a download each."""
    address = edition.address_of(name)
    return _work("Dataset", "data", edition, name, description) | {
        "name": f"{edition.site_name}: {edition.fmt.word('nav.data')}",
        "inLanguage": list(paths.LANGUAGES),
        "creator": publisher(edition),
        "distribution": [
            _download(f"{address}{table}.csv", "text/csv")
            | {"name": edition.facts.tables[table].titles[edition.language]}
            for table in edition.facts.tables
        ],
    }


def _download(address: str, mime_type: str) -> dict:
    return {"@type": "DataDownload", "encodingFormat": mime_type, "contentUrl": address}


def claim_review(edition: Edition, claim: ClaimRow) -> dict:
    """Our verdict on one claim. It has a word and no number: the verdicts are not steps of one scale."""
    language = edition.language
    return {
        "@type": "ClaimReview",
        "url": edition.address_of(f"{addresses.CLAIMS}/{claim.key}"),
        "claimReviewed": claim.text_in("said_in", language),
        "reviewBody": claim.text_in("evidence", language),
        "inLanguage": language,
        "datePublished": str(claim.last_checked),
        "author": publisher(edition),
        # The data do not say whether a speaker is a person or a company, so neither do we.
        "itemReviewed": {
            "@type": "Claim",
            "author": {"name": claim.text_in("speaker", language)},
            "datePublished": str(claim.said_on),
        },
        "reviewRating": {"@type": "Rating", "alternateName": edition.fmt.word(f"verdict.{claim.verdict}")},
    }


def publisher(edition: Edition) -> dict:
    """The site itself, as who made and published everything on it."""
    return {"@type": "Organization", "name": edition.site_name, "url": edition.address}


def citation(source: SourceRow) -> dict:
    """A source as a work that is cited."""
    work = {
        "@type": "CreativeWork",
        "name": source.name,
        "publisher": {"@type": "Organization", "name": source.publisher},
        "url": source.url,
    }
    if source.published:
        work["datePublished"] = str(source.published)
    return work
