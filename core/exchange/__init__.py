"""Exchange: customers, deals and activities in and out of files."""
