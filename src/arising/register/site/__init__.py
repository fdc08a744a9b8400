"""Settings, addresses, shared templates and styles."""
