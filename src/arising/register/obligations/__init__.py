"""What is owed to a body: obligations, answers, extensions, the executive's replies, reminders."""
