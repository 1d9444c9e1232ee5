"""The passes: each declares what it reads and writes, and draws one thing."""
