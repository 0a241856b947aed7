"""Tests mirror src; acceptance, examples and cases judge whole traces."""
