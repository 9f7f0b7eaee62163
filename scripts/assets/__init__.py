"""Style sheets, scripts and fonts: joined, shortened, named by hash, and named in the content policy."""
