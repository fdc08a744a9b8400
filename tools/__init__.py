"""What the Makefile needs beyond one line: a Chromium, a PostgreSQL, the test run, the generated reference."""
