"""A simulated Azure, and the command that runs the real Pulumi engine against it."""
