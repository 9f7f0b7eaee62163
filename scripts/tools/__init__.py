"""Verbs that only a keeper calls: audit, stale, links, archive."""
