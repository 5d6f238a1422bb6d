"""The names of companies and people: how they are declined, found in a message, and put into the
nominative.
"""
