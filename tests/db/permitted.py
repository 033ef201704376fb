"""Running something where the permissions of files hold, though the superuser runs the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import teamops


def run_as_owner(code: str, *arguments: object) -> str:
    """What `code` prints in a process that may not pass over a file's permissions."""
    command = [sys.executable, "-W", "error", "-c", code, *map(str, arguments)]
    if os.geteuid() == 0:
        setpriv = shutil.which("setpriv")
        if setpriv is None:
            pytest.skip("the superuser may write every file, and there is no setpriv to take that away")
        without = "-dac_override,-dac_read_search"
        command = [setpriv, f"--bounding-set={without}", f"--inh-caps={without}", *command]
    env = {**os.environ, "PYTHONPATH": str(Path(teamops.__file__).parents[1])}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=env).stdout.strip()
