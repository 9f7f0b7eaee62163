"""What stands where: a page's front matter, markers and links, and the addresses of rows."""
