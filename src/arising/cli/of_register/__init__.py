"""The commands that work on the register, which is loaded only where one of them is given."""
