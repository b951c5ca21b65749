"""The generated blocks of docs/simulated-azure.md: the rules with their tests, and what is not simulated."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from sandbox.azure.catalogue import TYPES
from sandbox.azure.property import Access
from sandbox.azure.unsimulated import GAPS
from sandbox.rest import request as rest
from tests.deployment import ROOT
from tests.sandbox.rest import test_rest
from tests.sandbox.shapes.differences_asked import UNKNOWN
from tests.sandbox.shapes.elsewhere import ELSEWHERE
from tests.sandbox.world.test_rules import MODULES, RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from types import ModuleType

    from sandbox.azure.property import Property
    from sandbox.azure.rule import Rule

DOCUMENT = ROOT / "docs" / "simulated-azure.md"
_TITLES = {
    "arm": "Resource Manager, for every type",
    "resources": "Resource groups",
    "servicebus": "Microsoft.ServiceBus",
    "managedidentity": "Microsoft.ManagedIdentity",
    "authorization": "Microsoft.Authorization",
    "keyvault": "Microsoft.KeyVault",
    "storage": "Microsoft.Storage",
    "network": "Microsoft.Network",
    "operationalinsights": "Microsoft.OperationalInsights",
    "insights": "Microsoft.Insights",
    "web": "Microsoft.Web",
}
_REPEATED = frozenset(
    {"id", "name", "type", "etag", "location", "tags", "properties", "systemData", "provisioningState"}
)
"""What a body repeats of a resource that it refers to, or of an element's own address."""


def blocks() -> dict[str, str]:
    """The text of each block by its name."""
    return {
        "types": _types(),
        "rules": _rules(),
        "elsewhere": _elsewhere(),
        "gaps": _gaps(),
        "refused": _refused(),
        "ignored": _ignored(),
    }


def _types() -> str:
    names = sorted({each.title for each in TYPES if each.methods})
    return "\n".join(f"* `{name}`" for name in names)


def _rules() -> str:
    tests = _tests()
    head = ("rule", "what it says", "answer", "words", "test")
    rows = [_row(rule, "arm", [test_rest]) for rule in rest.RULES]
    found = [f"### Resource Manager's REST, before a request is a call\n\n{_table(head, rows)}"]
    for prefix, title in _TITLES.items():
        rules = [rule for rule in RULES.values() if rule.id.startswith(f"{prefix}/")]
        rows = [_row(rule, prefix, tests[rule.id]) for rule in rules]
        found.append(f"### {title}\n\n{_table(head, rows)}")
    return "\n\n".join(found)


def _row(rule: Rule, prefix: str, tests: Iterable[ModuleType]) -> tuple[str, ...]:
    name = rule.id.removeprefix(f"{prefix}/")
    words = "Azure's" if rule.wording == "azure" else "ours"
    shown = ", ".join(f"[{_short(each)}]({_link(each)})" for each in tests)
    return f"`{name}`", f"{_plain(rule.text)} ([source]({rule.source}))", f"{rule.status} `{rule.code}`", words, shown


def _tests() -> Mapping[str, list[ModuleType]]:
    """The modules that hold the cases of each rule."""
    found: dict[str, list[ModuleType]] = {}
    for module in MODULES:
        for rule in dict.fromkeys(case.rule for case in module.CASES):
            found.setdefault(rule, []).append(module)
    return found


def _short(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2].removesuffix("_cases").removeprefix("test_").replace("_", " ")


def _link(module: ModuleType) -> str:
    return f"../{module.__name__.replace('.', '/')}.py"


def _elsewhere() -> str:
    rows = []
    for rule, end in ELSEWHERE.items():
        how = ", or ".join(sorted(end.ways))
        rows.append((f"`{rule}`", "some cases" if end.partly else "all cases", how, _plain(end.why)))
    return _table(("rule", "", "how a program's attempt ends", "why"), rows)


def _gaps() -> str:
    found = []
    for title, gaps in GAPS.items():
        rows = [(_plain(gap.what), _plain(gap.consequence)) for gap in gaps]
        found.append(f"### {title}\n\n{_table(('not simulated', 'what follows'), rows)}")
    return "\n\n".join(found)


def _refused() -> str:
    rows: dict[str, list[str]] = {}
    for each in UNKNOWN:
        rows.setdefault(each.why, []).append(f"`{each.path}` of `{each.type}`")
    return _table(("property", "why"), [(", ".join(paths), _plain(why)) for why, paths in rows.items()])


def _ignored() -> str:
    rows = []
    for each in TYPES:
        paths = list(dict.fromkeys(_paths(each.body)))
        if paths:
            title = f"{each.title}/{each.named}" if each.named else each.title
            rows.append((f"`{title}`", ", ".join(f"`{path}`" for path in paths)))
    return _table(("type", "properties"), rows)


def _paths(table: Mapping[str, Property], above: str = "") -> Iterator[str]:
    """The paths of what is accepted without effect, without what only repeats an address."""
    for name, described in table.items():
        path = f"{above}.{name}" if above else name
        if described.access is Access.IGNORED and name not in _REPEATED:
            yield path
        inner = described.items.properties if described.items else described.properties
        yield from _paths(inner, path)


def _plain(text: str) -> str:
    """Text that a table shows as it is."""
    escaped = html.escape(text, quote=False)
    for character in "\\|*_~$":
        escaped = escaped.replace(character, f"\\{character}")
    return escaped


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = (head, tuple("---" for _ in head), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
