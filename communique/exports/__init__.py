"""Exports: the record in the forms of other people's tools, one kind of thing a module."""
