"""What is kept about one person, customer's or colleague: to be given to them, or to be erased."""
