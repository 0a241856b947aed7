"""Measurements: one folder a task, with its card, its score, its floors (see README.md)."""
