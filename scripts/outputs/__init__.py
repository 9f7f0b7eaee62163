"""What else is published beside the pages, one module a kind: feeds, data tables, embeds, e-mails, citations, metadata."""
