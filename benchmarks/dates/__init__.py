"""Dates in running text and on page furniture, measured beside other programs: see card.md."""
