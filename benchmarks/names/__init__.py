"""How well names are found and told apart in running text."""
