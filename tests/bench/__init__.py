"""Benchmarks: they measure and print; no test depends on what they find."""
