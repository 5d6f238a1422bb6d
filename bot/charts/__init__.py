"""Figures as pictures: readable on a phone, in light and dark chats, in colours anybody tells apart."""
