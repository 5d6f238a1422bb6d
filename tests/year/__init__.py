"""A simulated year: a team at work, outages and kills, and the books of everything that was due."""
