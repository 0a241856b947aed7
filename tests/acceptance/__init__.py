"""Acceptance: an export scored against sheets made by hand, line by line."""
