"""The nearest names to one that does not exist: what a person most likely meant."""

import difflib
from collections.abc import Iterable


def nearest(name: str, names: Iterable[str]) -> str:
    """Up to three near names, separated by commas; empty if none is near."""
    return ", ".join(difflib.get_close_matches(name, list(names), n=3, cutoff=0.5))


def hint(name: str, names: Iterable[str]) -> str:
    """The end of a message on a name that does not exist: `, nearest: a, b`, or nothing."""
    near = nearest(name, names)
    return f", nearest: {near}" if near else ""


def unknown(key: str, keys: Iterable[str]) -> str:
    """The message for a key that does not exist, with the nearest ones."""
    near = nearest(key, keys)
    return f"{key!r} is not a key; " + (f"nearest: {near}" if near else "see the key column of data/*.csv")
