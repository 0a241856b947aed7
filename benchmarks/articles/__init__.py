"""How well articles are read out of pages; see card.md."""
