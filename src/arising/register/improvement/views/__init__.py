"""The pages of the improvement journey, by subject."""
