"""How the judge of pairs was made: examples, features, weights."""
