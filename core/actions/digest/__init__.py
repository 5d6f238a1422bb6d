"""Digests: what a team did in a week, month or quarter, told to those who manage it."""
