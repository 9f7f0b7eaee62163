"""Content generated from rows: news, newsletter texts, citations, structured data (JSON-LD), generated pages."""
