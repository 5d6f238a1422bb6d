"""The bot is killed at random instants while people write and tap: nothing lost, nothing done twice."""
