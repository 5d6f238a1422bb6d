"""The sample team of `piltuvelis demo`: invented people, customers and some weeks of their history."""
