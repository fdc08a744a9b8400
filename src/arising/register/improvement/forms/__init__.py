"""Forms of the improvement journey, by subject."""
