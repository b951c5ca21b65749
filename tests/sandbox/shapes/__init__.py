"""The simulated Azure held against the installed SDK, by an introspection that the provider door does not share."""
