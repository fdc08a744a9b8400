"""What is told in sections: the annual accounts, and the journey for one kind of reader."""
