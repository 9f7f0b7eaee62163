"""Verbs that only a keeper calls: audit, stale, archive."""
