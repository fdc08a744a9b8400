"""The ``arising`` command: paths in, records, figures and a register out.

``commands.py`` holds the commands; open it first. ``inputs.py`` finds the files to read, ``batch.py`` reads them,
``output.py`` puts the records where they are wanted, ``terminal.py`` speaks to the person at the keyboard.
Results go to standard output, everything said beside them to standard error. The exit codes are in ``exits.py``.
"""


def main() -> None:
    """Run the command with the words it was called with."""
    from arising.cli.commands import app

    app(prog_name="arising")
