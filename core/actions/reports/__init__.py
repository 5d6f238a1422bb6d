"""Reports: rows of the database put together into the manager's answers, each for who asks."""
