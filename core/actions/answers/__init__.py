"""Answers: what a manager asks, put as a screen that answers first and opens down to the records."""
