"""Tests of the demo and its sample year."""
