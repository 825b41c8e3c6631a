"""The command line: parse input, call the pipeline, shape output. Results go to stdout, everything else to stderr."""

from communique.cli.commands import main

__all__ = ["main"]
