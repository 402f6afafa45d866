"""What the tools fetch from Debian, pinned."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Package:
    """A pinned Debian package."""

    name: str
    version: str
    sha256: str

    def unpack(self, folder: Path) -> Path:
        """Download with apt as it is configured, check the digest, unpack; returns the folder of its files."""
        apt, dpkg = shutil.which("apt-get"), shutil.which("dpkg-deb")
        if apt is None or dpkg is None:
            sys.exit(f"apt-get and dpkg-deb are needed to fetch {self.name}: run this on Debian")
        spec = f"{self.name}={self.version}"
        home = folder / self.name
        home.mkdir()
        subprocess.run([apt, "download", "--quiet", spec], cwd=home, check=True, capture_output=True)
        archive = next(home.glob("*.deb"))
        found = hashlib.sha256(archive.read_bytes()).hexdigest()
        if found != self.sha256:
            sys.exit(f"{spec}: digest {found} is not the pinned {self.sha256}")
        subprocess.run([dpkg, "-x", str(archive), str(home)], check=True)
        return home
