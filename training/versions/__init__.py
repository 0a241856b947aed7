"""How the weights that tell which version of a text came first were made."""
