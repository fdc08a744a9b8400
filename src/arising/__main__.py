"""``python -m arising`` is the ``arising`` command."""

from arising.cli import main

if __name__ == "__main__":
    main()
