"""What several exhibits share."""
