"""The site assembled with MkDocs, whole or page by page for a preview."""
