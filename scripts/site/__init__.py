"""The site assembled for MkDocs, and what is added after it."""
