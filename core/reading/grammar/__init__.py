"""What the sentences of a message say: its verbs and signs, its clauses, what took place and what is
planned.
"""
