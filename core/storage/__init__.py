"""The database: connections, transactions, the change log and named queries."""
