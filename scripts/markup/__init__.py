"""Text to HTML: one Python-Markdown extension that knows no MkDocs, its blocks and templates."""
