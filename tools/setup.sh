#!/usr/bin/env bash
# Make .venv with the locked packages; with the word "browser", also see to a Chromium for the tests;
# with the word "paper", also to Pango for the PDFs and to Poppler for the tests that read them.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

as_root_on_debian() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

apt_install() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

make_environment() {
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { say "Python 3.11 or newer is needed; install it and try again."; exit 1; }
  [ -x .venv/bin/python ] && .venv/bin/python -m pip --version >/dev/null 2>&1 && return
  rm -rf .venv
  python3 -m venv .venv >/dev/null 2>&1 && return
  rm -rf .venv
  as_root_on_debian && apt_install python3-venv && python3 -m venv .venv && return
  say "Python's venv module is missing; install it (Debian, Ubuntu: sudo apt install python3-venv) and try again."
  exit 1
}

install_packages() {
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tools/uv.txt
  .venv/bin/uv sync --quiet --frozen --inexact
}

see_to_browser() {
  .venv/bin/python -m tools.browser >/dev/null 2>&1 && return
  say "No Chromium found; fetching one for the tests."
  .venv/bin/playwright install --with-deps chromium-headless-shell >/dev/null 2>&1 || true
  .venv/bin/python -m tools.browser >/dev/null 2>&1 && return
  as_root_on_debian && apt_install chromium fonts-dejavu-core || true
  .venv/bin/python -m tools.browser
}

see_to_java() {
  command -v java >/dev/null && return
  as_root_on_debian && apt_install default-jre-headless && return
  say "No Java found; the test of the EPUB needs one (Debian, Ubuntu: sudo apt install default-jre-headless)."
}

see_to_paper() {
  .venv/bin/python -m exports.editions --check 2>/dev/null && command -v pdftotext >/dev/null && return
  as_root_on_debian && apt_install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 poppler-utils || true
  .venv/bin/python -m exports.editions --check
}

make_environment
install_packages
for word in "$@"; do "see_to_$word"; done
touch .venv/.ready
