"""What the rows give to be read, beside prose and charts: news, texts for newsletters, citations, structured data, pages of their own."""
