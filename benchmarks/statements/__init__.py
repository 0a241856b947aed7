"""Who is quoted, with which words: measured on PolNeAR, on other news, beside peers (card.md)."""
