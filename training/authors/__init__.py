"""How src/twosource/weights/authors.json was made: which name on a page is its author's."""
