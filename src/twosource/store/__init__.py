"""The pile on disk: one SQLite file that anybody can open, with the bytes of every page in it."""

from twosource.store.keeping import Kept, Store, in_order

__all__ = ["Kept", "Store", "in_order"]
