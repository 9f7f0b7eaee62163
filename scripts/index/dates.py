"""When a page was published and last changed, from the data, so that two builds of one commit agree."""

from __future__ import annotations

from scripts.edition import Edition


def published(edition: Edition, name: str) -> str:
    """ISO day on which a page (`strategy`, `charts/SLUG`) came online: its own entry in updates.csv, or the site's first."""
    rows = edition.facts.of_kind("updates")
    own = [str(row.date) for row in rows if row.page == name and row.kind in ("page", "chart")]
    return min(own or [str(row.date) for row in rows] or [edition.last_checked])


def modified(edition: Edition, name: str) -> str:
    """ISO day of the newest entry on the page in updates.csv or corrections.csv, or of the last check of the facts."""
    rows = [*edition.facts.of_kind("updates"), *edition.facts.of_kind("corrections")]
    return max([published(edition, name), edition.last_checked, *(str(row.date) for row in rows if row.page == name)])
