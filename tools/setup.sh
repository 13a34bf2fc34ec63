#!/bin/sh
# Sets up .venv with all that `make` needs: `make .venv` runs this.
#
# PYTHON=/path/to/python3.12 chooses the Python; else the first of python3,
# python3.11 to python3.14 that is new enough. System packages are installed
# where that needs no password; where it does, the line to run is printed.
set -eu
cd "$(dirname "$0")/.."

STAMP=.venv/.complete
LIBRARIES="libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz-subset.so.0"

say() { printf 'setup: %s\n' "$*"; }
stop() {
    printf 'setup: %s\n' "$*" >&2
    exit 1
}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        new_enough "$PYTHON" && printf '%s' "$PYTHON"
        return
    fi
    for name in python3 python3.11 python3.12 python3.13 python3.14; do
        if new_enough "$name"; then
            printf '%s' "$name"
            return
        fi
    done
}

# Prints the Debian packages that are missing, separated by spaces.
missing_packages() {
    "$1" - $LIBRARIES <<'PYTHON_END'
import ctypes
import importlib.util
import sys

PACKAGES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
missing = []
if not importlib.util.find_spec("ensurepip"):
    missing.append("python%d.%d-venv" % sys.version_info[:2])
if sys.platform == "linux":
    for library in sys.argv[1:]:
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(PACKAGES[library])
print(" ".join(missing))
PYTHON_END
}

# Installs the packages named, or stops with the line to run.
install_packages() {
    line="apt-get update && apt-get install -y --no-install-recommends $*"
    if ! command -v apt-get >/dev/null 2>&1; then
        stop "this system lacks what Debian calls: $*. Install them, then run make again."
    elif [ "$(id -u)" = 0 ]; then
        as_root=""
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        stop "system packages are missing: $*. Run this as root, then make again:
  $line"
    fi
    say "installing system packages: $*"
    $as_root apt-get -q update >/dev/null || say "apt-get update failed; trying the lists that are there"
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -q install -y --no-install-recommends "$@" >/dev/null ||
        stop "could not install $*. Run this as root, then make again:
  $line"
}

python=$(find_python) || true
if [ -z "$python" ]; then
    [ -z "${PYTHON:-}" ] || stop "PYTHON=$PYTHON is not a Python 3.11 or newer."
    stop "no Python 3.11 or newer found. Install one (on Debian: apt-get install -y python3 python3-venv) or name it: make PYTHON=/path/to/python3.12 ..."
fi

packages=$(missing_packages "$python")
if [ -n "$packages" ]; then
    # shellcheck disable=SC2086 # a list of package names
    install_packages $packages
    packages=$(missing_packages "$python")
    [ -z "$packages" ] || stop "still missing after the install: $packages"
fi

# A set-up that was cut short, or was made with another Python, starts anew.
if [ -f "$STAMP" ] && new_enough .venv/bin/python && [ -z "${PYTHON:-}" ]; then
    say "bringing .venv up to date"
    rm -f "$STAMP"
else
    say "making .venv with $("$python" --version)"
    rm -f "$STAMP"
    "$python" -m venv --clear .venv
fi

pip() { .venv/bin/python -m pip --disable-pip-version-check --quiet --quiet "$@"; }
pip install --require-hashes --requirement requirements-dev.txt
pip install --no-deps --no-build-isolation --editable .
.venv/bin/python tools/compile_all.py
touch "$STAMP"
say "done: .venv/bin/briefing"
