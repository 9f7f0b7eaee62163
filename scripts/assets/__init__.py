"""Assets: style sheets, scripts and fonts, bundled, minified, named by hash; the Content Security Policy."""
