"""The sample team's year: what happened when, drawn from a seed, and performed by the real use cases."""
