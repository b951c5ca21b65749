"""Writes the generated parts of the documentation: `python -m tools.docs`, or `make docs`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from backbone import outputs
from backbone.commands import stack_file
from backbone.plan import draw_up
from backbone.plan.picture import picture
from backbone.plan.text import text as plan_text
from backbone.settings import reference, schema

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "docs" / "examples" / "Pulumi.orders.yaml"
"""The stack file whose plan the documentation shows."""
COLUMNS = 100
"""Width of a plan in the documentation."""


def plan_of_the_example() -> str:
    """The example's plan as a terminal shows it."""
    return f"```text\n{plan_text(draw_up(stack_file.read(EXAMPLE)), EXAMPLE.name, COLUMNS).plain}\n```"


def picture_of_the_example() -> str:
    """The example's topology."""
    return picture(draw_up(stack_file.read(EXAMPLE)), EXAMPLE.name)


BLOCKS: Mapping[str, Mapping[str, Callable[[], str]]] = {
    "README.md": {"settings": reference.overview, "outputs": outputs.markdown},
    "docs/plan.md": {"example": plan_of_the_example},
    "docs/settings.md": {"settings": reference.markdown},
}
"""The generated blocks of each document."""


def generated() -> dict[Path, str]:
    """Every file that holds something generated, with the text it should have."""
    files = {ROOT / "stack.schema.json": schema.text(), ROOT / "docs" / "plan.svg": picture_of_the_example()}
    for name, blocks in BLOCKS.items():
        path = ROOT / name
        made = {block: make() for block, make in blocks.items()}
        files[path] = filled(path.read_text(encoding="utf-8"), made)
    return files


def filled(text: str, blocks: Mapping[str, str]) -> str:
    """The text with each block between its markers replaced.

    Raises:
        ValueError: A block has no markers in the text.
    """
    for name, block in blocks.items():
        found = re.search(rf"(<!-- generated: {name} -->\n).*?(<!-- end -->)", text, re.DOTALL)
        if found is None:
            raise ValueError(f"no markers for the generated block {name!r}")
        before, after = text[: found.end(1)], text[found.start(2) :]
        text = f"{before}{block.rstrip()}\n{after}"
    return text


def main() -> None:
    """Write what has changed and name it."""
    for path, text in generated().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
