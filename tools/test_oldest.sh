#!/bin/sh
# The test suite with the oldest PySide6 that pyproject.toml promises, in an environment of its own beside .venv.
# Systems with a glibc older than 2.34 (UOS 20, Kylin V10 SP1) can have no newer one. Arguments go to pytest.
set -eu
cd "$(dirname "$0")/.."
room=.venv-oldest
locks=$(cat requirements-dev.txt requirements-oldest.txt pyproject.toml | sha256sum)
install() { "$room/bin/python" -m pip install --quiet --no-input --disable-pip-version-check --no-deps "$@"; }
if [ "$(cat "$room/made-for" 2>/dev/null)" != "$locks" ]; then
    echo "正在建立 $room（$(head -n 1 requirements-oldest.txt | tr -d ' \\'))…" >&2
    "$(.venv/bin/python -c 'import sys; print(sys._base_executable)')" -m venv --clear "$room"
    # all as locked, save Qt
    sed -E '/^(pyside6-essentials|shiboken6)==/,/^[^ ]/{/^(pyside6-essentials|shiboken6)==/d;/^    /d}' \
        requirements-dev.txt >"$room/others.txt"
    install --require-hashes -r "$room/others.txt"
    install --require-hashes -r requirements-oldest.txt
    install --no-build-isolation --no-index --editable .
    echo "$locks" >"$room/made-for"
fi
[ "$#" -gt 0 ] || set -- --numprocesses auto --dist loadfile
exec "$room/bin/python" -m pytest "$@"
