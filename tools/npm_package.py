"""What the tools fetch from npm, pinned."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Package:
    """A pinned npm package."""

    name: str
    version: str
    sha256: str

    def unpack(self, folder: Path) -> Path:
        """Download with the npm client as it is configured, check the digest, unpack; returns the package folder."""
        npm = shutil.which("npm")
        if npm is None:
            sys.exit(f"npm is needed to fetch {self.name}: install nodejs and npm")
        spec = f"{self.name}@{self.version}"
        done = subprocess.run([npm, "pack", "--json", spec], cwd=folder, check=True, capture_output=True, text=True)
        described = json.loads(done.stdout)
        first = next(iter(described.values())) if isinstance(described, dict) else described[0]
        archive = folder / str(first["filename"]).replace("@", "").replace("/", "-")
        found = hashlib.sha256(archive.read_bytes()).hexdigest()
        if found != self.sha256:
            sys.exit(f"{spec}: digest {found} is not the pinned {self.sha256}")
        home = folder / archive.stem
        with tarfile.open(archive) as opened:
            opened.extractall(home, filter="data")
        return home / "package"
