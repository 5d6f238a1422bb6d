"""The manager's answers: pure functions over plain rows, no session and no clock."""
