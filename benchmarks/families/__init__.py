"""Who copied whom: real pages labelled by hand, versions of known order, the simulated press."""
