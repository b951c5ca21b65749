"""`python -m tests.bench`: every benchmark, each with what it measured and its ratio."""

from __future__ import annotations

from tests.bench import engine, plan, settings, tree, units

if __name__ == "__main__":
    for benchmark in (settings, plan, engine, tree, units):
        print(benchmark.__doc__ and benchmark.__doc__.splitlines()[0])
        for line in benchmark.measure():
            print(f"  {line}", flush=True)
