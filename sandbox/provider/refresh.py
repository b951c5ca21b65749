"""Read during a refresh: old inputs corrected by what changed in Azure since the outputs were recorded."""

from collections.abc import Mapping
from typing import Any


def corrected(inputs: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Inputs with the difference between two projections of outputs applied to them.

    What did not change between `before` and `after` stays as the program wrote it, so that neither service defaults
    nor normal forms of Azure appear as drift.
    """
    found = {name: value for name, value in inputs.items() if name in after or name not in before}
    for name, value in after.items():
        if name not in before:
            found[name] = value
        elif before[name] != value:
            found[name] = _merged(inputs[name], before[name], value) if name in inputs else value
    return found


def _merged(written: Any, before: Any, after: Any) -> Any:
    match written, before, after:
        case dict(), dict(), dict():
            return corrected(written, before, after)
        case list(), list(), list():
            shared = min(len(written), len(before))
            return [
                _merged(written[index], before[index], item) if index < shared else item
                for index, item in enumerate(after)
            ]
        case _:
            return after
