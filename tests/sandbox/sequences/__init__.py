"""Random sequences of calls, and what must be true after each of them."""
