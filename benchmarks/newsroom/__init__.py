"""The simulated press: news pages whose truth is known, from a seed (see FORMAT.md, card.md)."""
