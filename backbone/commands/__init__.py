"""The commands of `backbone`."""
