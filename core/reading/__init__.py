"""From a salesperson's words to what they mean: pure functions over text, a date and a directory of names."""
