"""What several landmarks are made with: no landmark of its own."""
