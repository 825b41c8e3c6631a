"""communique: from a pile of news pages to a sourced record of who said and did what."""

from importlib.metadata import version

__version__ = version("communique")
