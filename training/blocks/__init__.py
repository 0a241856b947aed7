"""How the choice of a web page's blocks was learned."""
