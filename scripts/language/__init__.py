"""Localisation: numbers, money, dates (from Babel), the shared word list, typography."""
