"""Words and forms of an edition: numbers, money, dates (from Babel) and the shared word list."""
