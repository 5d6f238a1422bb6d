"""`make bench`: the yardsticks of speed, memory and start-up, beside stock parts in the same run."""
