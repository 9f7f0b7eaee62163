"""A chart's data described in schema.org's terms for a Dataset.

Of the vocabularies at hand (Frictionless, CSVW, schema.org) this is the one that search engines for data sets, reference
managers and newsroom tools read today, and the same object serves as the structured data of the chart's page.
"""

from __future__ import annotations

import re
import textwrap

from scripts.drawing.chart import PreparedChart, lowest_confidence, sources_of
from scripts.edition import Edition
from scripts.facts.records import SourceRow
from scripts.index import dates

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def dataset(drawn: PreparedChart, edition: Edition) -> dict:
    """The Dataset of one chart, with absolute addresses."""
    slug, page = drawn.chart.slug, chart_address(drawn, edition)
    name = f"charts/{slug}"
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": f"{page}#data",
        "url": page,
        "name": drawn.text("title"),
        "description": drawn.text("takeaway"),
        "abstract": drawn.text("question"),
        "inLanguage": edition.language,
        "variableMeasured": drawn.text("unit"),
        "keywords": [edition.fmt.word(f"topic.{topic}") for topic in drawn.chart.topics],
        "measurementTechnique": edition.fmt.word(f"confidence.{lowest_confidence(drawn.rows)}"),
        "license": LICENCE,
        "isAccessibleForFree": True,
        "datePublished": dates.published(edition, name),
        "dateModified": dates.modified(edition, name),
        "creator": publisher(edition),
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": f"{page}{slug}.{ending}"}
            for ending, kind in (("csv", "text/csv"), ("png", "image/png"), ("svg", "image/svg+xml"))
        ],
        "citation": [citation(edition.facts.source(source)) for source in sources_of(drawn.rows)],
    }


def chart_address(drawn: PreparedChart, edition: Edition) -> str:
    """The absolute address of a chart's page, with a slash at its end."""
    return f"{edition.address}charts/{drawn.chart.slug}/"


def summary(drawn: PreparedChart, most: int = 250) -> str:
    """The takeaway as a page's description: as many whole sentences as fit, or the first one cut."""
    text = drawn.text("takeaway")
    while len(text) > most and (shorter := re.match(r"(.+[.!?…])\s+\S.*$", text, re.S)):
        text = shorter[1]
    return textwrap.shorten(text, most, placeholder=" …") if len(text) > most else text


def publisher(edition: Edition) -> dict:
    """The site itself, as who made and published everything on it."""
    return {"@type": "Organization", "name": edition.fmt.word("site.name"), "url": edition.address}


def citation(source: SourceRow) -> dict:
    """A source as a work that is cited."""
    dated = {"datePublished": str(source.published)} if source.published else {}
    by = {"@type": "Organization", "name": source.publisher}
    return {"@type": "CreativeWork", "name": source.name, "publisher": by, "url": source.url} | dated
