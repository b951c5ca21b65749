"""The command's groups, a module each."""
