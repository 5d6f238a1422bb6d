"""Use cases: each runs in one transaction, writes through the change log and leaves notices in the outbox."""
