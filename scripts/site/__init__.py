"""Builds the site with MkDocs: whole, or page by page for the preview."""
