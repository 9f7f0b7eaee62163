"""The files that are published beside the pages, at addresses of their own: feeds, share cards, frames, statuses, tables."""
