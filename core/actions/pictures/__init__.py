"""Pictures of what a manager asks: figures to be drawn, in no language yet."""
