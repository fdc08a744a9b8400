"""What is planted in the tests' register, a thing of every audience in each room, to see who may read it."""
