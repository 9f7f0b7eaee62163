"""Where markers, links and rows are: parsed Markdown pages, addresses of rows, cross-references."""
