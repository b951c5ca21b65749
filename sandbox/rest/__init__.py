"""Resource Manager's REST door: the simulated Azure over HTTP, on the loopback address alone."""
