"""How much of a damaged web archive comes back."""
