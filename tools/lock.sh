#!/bin/sh
# Refresh the hash locks. One lock serves Linux and Windows; neither file names a registry.
set -eu
cd "$(dirname "$0")/.."
lock() { # output file, extra, further options
    out=$1 extra=$2
    shift 2
    .venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-header --constraint constraints.txt \
        --extra "$extra" "$@" --output-file "$out" pyproject.toml
}
lock requirements-dev.txt dev
# The same versions in both files: the second is a part of the first.
lock requirements.txt build --constraint requirements-dev.txt
# The other end of the range, for `make test-oldest`.
sed -n -E 's/.*"(PySide6-Essentials)>=([0-9.]+),.*/\1==\2/p' pyproject.toml |
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-header --output-file requirements-oldest.txt -
for file in requirements.txt requirements-dev.txt requirements-oldest.txt; do
    # "via" comments are for people, not for pip; a host name in one would be a leak all the same.
    if grep -nE '://|--(extra-)?index-url|--find-links' "$file"; then
        echo "$file names an index or a host" >&2
        exit 1
    fi
done
