"""The SDK's modules load lazily; several threads at once must see them whole."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
from concurrent.futures import ThreadPoolExecutor
from sandbox.provider.sdk import resource
with ThreadPoolExecutor(16) as threads:
    print(len(list(threads.map(resource, ["azure-native:servicebus:Namespace", "azure-native:servicebus:Queue"] * 8))))
"""


def test_the_first_calls_of_a_process_may_come_together() -> None:
    answer = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert answer.stdout == "16\n", answer.stderr
