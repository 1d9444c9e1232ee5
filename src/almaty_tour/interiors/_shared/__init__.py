"""What several interiors have: plinths, walls with openings."""
