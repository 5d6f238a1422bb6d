"""Sales rules: what is logged, what it means and what follows from it. Knows neither Telegram nor HTTP."""
