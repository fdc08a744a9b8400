"""What runs across meetings: matters, what became of commitments, figures that do not agree."""
