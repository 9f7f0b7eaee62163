"""Structured data in schema.org's terms: what a page is, where it stands, which data and verdicts it holds.

Which page holds the verdicts or the tables is read from the page itself: the one with that block.
"""

from __future__ import annotations

from scripts import paths
from scripts.edition import Edition
from scripts.facts.records import ClaimRow
from scripts.index import dates, written
from scripts.outputs import chart_json_ld


def graph(edition: Edition, name: str, title: str, description: str, image: str) -> dict:
    """All that is said of one page, as one JSON-LD document. `name` as in `strategy` or `charts/SLUG`."""
    address = edition.address_of(name)
    parts = [article(edition, name, address, title, description, image)]
    if name == "index":
        parts.append({"@type": "WebSite", "name": edition.fmt.word("site.name"), "url": address, "description": edition.fmt.word("site.strapline"), "inLanguage": edition.language})
    else:
        parts.append(breadcrumbs(edition, name, address, title))
    if name.startswith("charts/"):
        chart = chart_json_ld.dataset(edition.chart(name.removeprefix("charts/")), edition)
        parts.append({key: value for key, value in chart.items() if key != "@context"})
    elif name not in written.pages(edition):
        own = [claim for claim in edition.facts.of_kind("claims") if name.endswith(f"/{claim.key}")]
        parts += [claim_review(edition, claim, address) for claim in own]
    else:
        blocks = {use.name for use in written.pages(edition)[name].blocks}
        if "tables" in blocks:
            parts.append(whole_dataset(edition, address, description))
        if "scorecard" in blocks:
            parts += [claim_review(edition, claim, f"{address}#{claim.key}") for claim in edition.facts.of_kind("claims")]
    return {"@context": "https://schema.org", "@graph": parts}


def article(edition: Edition, name: str, address: str, title: str, description: str, image: str) -> dict:
    headline = written.headline(edition, name, title)
    by = chart_json_ld.publisher(edition)
    return {
        "@type": "Article", "@id": f"{address}#article", "url": address, "mainEntityOfPage": address, "headline": headline, "description": description,
        "image": image, "inLanguage": edition.language, "datePublished": dates.published(edition, name), "dateModified": dates.modified(edition, name),
        "author": by, "publisher": by, "license": chart_json_ld.LICENCE, "isAccessibleForFree": True,
    }


def breadcrumbs(edition: Edition, name: str, address: str, title: str) -> dict:
    """The way from the home page; for a chart, a claim or a table through its section."""
    steps = [(edition.fmt.word("page.home"), edition.address)]
    section = name.split("/", maxsplit=1)[0]
    if section != name:
        steps.append((written.menu_name(edition, section), f"{edition.address}{section}/"))
    steps.append((title, address))
    items = [{"@type": "ListItem", "position": place, "name": step, "item": where} for place, (step, where) in enumerate(steps, 1)]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def whole_dataset(edition: Edition, address: str, description: str) -> dict:
    """All the tables as one Dataset with a download each."""
    return {
        "@type": "Dataset", "@id": f"{address}#data", "url": address, "name": f"{edition.fmt.word('site.name')}: {edition.fmt.word('nav.data')}",
        "description": description, "inLanguage": list(paths.LANGUAGES), "license": chart_json_ld.LICENCE, "isAccessibleForFree": True,
        "dateModified": dates.modified(edition, "data"), "creator": chart_json_ld.publisher(edition),
        "distribution": [
            {"@type": "DataDownload", "name": titles[edition.language], "encodingFormat": "text/csv", "contentUrl": f"{edition.address}data/{name}.csv"}
            for name, titles in edition.facts.titles.items()
        ],
    }


def claim_review(edition: Edition, claim: ClaimRow, address: str) -> dict:
    """Our verdict on one claim. It has a word and no number: the verdicts are not steps of one scale."""
    language = edition.language
    return {
        "@type": "ClaimReview",
        "url": address,
        "claimReviewed": claim.word("said_in", language),
        "reviewBody": claim.word("evidence", language),
        "inLanguage": language,
        "datePublished": str(claim.last_checked),
        "author": chart_json_ld.publisher(edition),
        # The data do not say whether a speaker is a person or a company, so neither do we.
        "itemReviewed": {"@type": "Claim", "author": {"name": claim.word("speaker", language)}, "datePublished": str(claim.said_on)},
        "reviewRating": {"@type": "Rating", "alternateName": edition.fmt.word(f"verdict.{claim.verdict}")},
    }
