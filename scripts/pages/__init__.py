"""Pages: fact markers and blocks in Markdown -> HTML; staging of pages for MkDocs."""
