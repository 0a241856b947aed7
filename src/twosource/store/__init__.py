"""The pile on disk: one SQLite file that anybody can open, with the bytes of every page in it."""

from twosource.store.keeping import ASSEMBLED_BY, Kept, Store, in_order

__all__ = ["ASSEMBLED_BY", "Kept", "Store", "in_order"]
