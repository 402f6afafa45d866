"""Make the environment that a target needs: ``python3 tools/bootstrap.py [--dev] [--window | --xvfb] [--package]``.

Uses nothing beyond the standard library, so that a bare system with git, make and python3 is enough. What is missing
on the system is installed with apt where that is allowed (root, or sudo without a password); elsewhere the line to run
is printed and the exit code is 1. A stamp in ``.venv`` makes the second run quick. The packages come from the hash
locks; the registry is the one that pip is configured with.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "eitc-stamp.json"
OLDEST = (3, 11)

OFFSCREEN_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libbrotlidec.so.1": "libbrotli1",
}
"""Library that the PySide6 wheel expects → Debian package; enough to draw without a display."""

WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What a real window under X needs besides."""


PACKAGING_PROGRAMS = {
    "objdump": "binutils",
    "icupkg": "icu-devtools",
    "xz": "xz-utils",
    "dpkg-shlibdeps": "dpkg-dev",
    "strace": "strace",
    "pdftotext": "poppler-utils",
}
"""Program that ``make app`` runs → Debian package."""

PACKAGED_LIBRARIES = {"libblas64.so.3": "libblas64-3"}
"""Library that comes along in the packaged program, though nothing else here needs it → Debian package."""


def say(text: str) -> None:
    """Tell the person at the terminal what is going on."""
    print(text, file=sys.stderr, flush=True)


def fail(text: str) -> NoReturn:
    """Say why it cannot go on, and stop."""
    say(text)
    sys.exit(1)


def succeeds(*command: str, quiet: bool = False) -> bool:
    """Run a command in the project's folder, without input; whether it ended with exit code 0."""
    output = subprocess.DEVNULL if quiet else None
    done = subprocess.run(command, check=False, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    return done.returncode == 0


def digest(path: Path) -> str:
    """SHA-256 of a file, as hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def can_load(library: str) -> bool:
    """Whether the system's loader finds the shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def python_library_package() -> list[str]:
    """Debian package of the shared library that a packaged program starts Python from; none where it is there."""
    name = sysconfig.get_config_var("INSTSONAME") or ""
    places = [Path(sysconfig.get_config_var(each) or "/") for each in ("LIBDIR", "LIBPL")]
    if can_load(name) or any((place / name).exists() for place in places):
        return []
    return [f"libpython{sys.version_info.major}.{sys.version_info.minor}"]


def missing_packages(*, window: bool, xvfb: bool, package: bool) -> list[str]:
    """Debian packages that this Linux system lacks for the target; none on other systems."""
    if not sys.platform.startswith("linux"):
        return []
    missing: list[str] = []
    if not (VENV / "bin" / "python").exists() and importlib.util.find_spec("ensurepip") is None:
        missing.append("python3-venv")
    libraries = {**OFFSCREEN_LIBRARIES, **(WINDOW_LIBRARIES if window else {})}
    missing += [package for library, package in libraries.items() if not can_load(library)]
    if xvfb and shutil.which("Xvfb") is None:
        missing.append("xvfb")
    if package:
        missing += [name for program, name in PACKAGING_PROGRAMS.items() if shutil.which(program) is None]
        missing += python_library_package()
        missing += [package for library, package in PACKAGED_LIBRARIES.items() if not can_load(library)]
    return missing


def root_prefix() -> list[str] | None:
    """How to run a command as root: directly, through sudo without a password, or not at all (None)."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and succeeds(sudo, "-n", "true", quiet=True):
        return [sudo, "-n"]
    return None


def install_packages(packages: list[str]) -> None:
    """Install Debian packages, or print the line that does and stop."""
    names = " ".join(packages)
    apt = shutil.which("apt-get")
    if apt is None:
        fail(f"缺少系统组件，请用本系统的软件包管理器安装后重试（以下为 Debian 软件包名）：\n    {names}")
    prefix = root_prefix()
    if prefix is None:
        fail(f"缺少系统组件，请运行以下命令后重试：\n    sudo apt-get install -y --no-install-recommends {names}")
    say(f"正在安装系统组件：{names}")
    quiet = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", apt, "-qq"]
    install = [*quiet, "install", "-y", "--no-install-recommends", *packages]
    for command in ([*quiet, "update"], install):
        done = subprocess.run(
            command, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
    if done.returncode != 0:
        say(done.stdout.decode("utf-8", "replace"))
        fail(f"系统组件未能安装，请检查软件源后重试：\n    apt-get install -y --no-install-recommends {names}")


def venv_python() -> Path:
    """The environment's interpreter."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def read_stamp() -> dict[str, str]:
    """What the environment was made from; empty when that is not known."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def pip(*arguments: str) -> None:
    """Run pip inside the environment; its own message stands when it fails."""
    command = [str(venv_python()), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    if not succeeds(*command, *arguments):
        fail("依赖未能安装：请检查网络或 pip 的软件源设置后重试。")


def make_venv(stamp: dict[str, str], home: str) -> dict[str, str]:
    """See that the environment exists and works; returns the stamp that still holds."""
    usable = venv_python().exists() and stamp.get("home", home) == home
    if usable and succeeds(str(venv_python()), "-m", "pip", "--version", quiet=True):
        return stamp
    say("正在建立 .venv …")
    if not succeeds(sys.executable, "-m", "venv", "--clear", str(VENV)):
        fail("无法建立 .venv：请检查磁盘空间和 python3-venv 是否完整。")
    return {}


def install(*, dev: bool) -> None:
    """Bring ``.venv`` to what the lock says and install the program into it."""
    # A moved checkout or another interpreter makes an environment useless: its scripts name both.
    home = f"{ROOT} {sys.implementation.cache_tag}"
    run_lock, dev_lock = digest(ROOT / "requirements.txt"), digest(ROOT / "requirements-dev.txt")
    project = digest(ROOT / "pyproject.toml")
    stamp = read_stamp()
    lock_holds = stamp.get("dev") == dev_lock or (not dev and stamp.get("run") == run_lock)
    if venv_python().exists() and lock_holds and stamp.get("home") == home and stamp.get("project") == project:
        return
    stamp = make_venv(stamp, home)
    if not (stamp.get("dev") == dev_lock or (not dev and stamp.get("run") == run_lock)):
        say("正在按锁定文件安装依赖（第一次约需几分钟）…")
        # The lock names everything. Left to resolve it again, an older pip takes a newer release for the extra of
        # a locked package (coverage[toml]) and then refuses it for want of a hash.
        pip("--require-hashes", "--no-deps", "-r", "requirements-dev.txt" if dev else "requirements.txt")
    pip("--no-deps", "--no-build-isolation", "--no-index", "--editable", ".")
    made = {"home": home, "project": project, "run": run_lock}
    if dev or stamp.get("dev") == dev_lock:
        made["dev"] = dev_lock
    STAMP.write_text(json.dumps(made, indent=1), encoding="utf-8")


def main() -> None:
    """Check the interpreter, the system, the environment, in this order."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        fail(f"需要 Python 3.11 或更新版本，现在是 {found}。可用 make PYTHON=python3.11 … 指定。")
    parser = argparse.ArgumentParser(description="Make the environment that a target needs.")
    parser.add_argument("--dev", action="store_true", help="the development tools too")
    parser.add_argument("--window", action="store_true", help="the libraries of a real window under X")
    parser.add_argument("--xvfb", action="store_true", help="a virtual display and the libraries of a real window")
    parser.add_argument("--package", action="store_true", help="what building the packaged program needs")
    chosen = parser.parse_args()
    packages = missing_packages(window=chosen.window or chosen.xvfb, xvfb=chosen.xvfb, package=chosen.package)
    if packages:
        install_packages(packages)
    install(dev=chosen.dev)


if __name__ == "__main__":
    main()
