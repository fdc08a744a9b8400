"""The pages and files of inspections and visits."""
