#!/usr/bin/env bash
# How docs/assets/fonts was cut from Fontsource's Literata and Public Sans 5.3.0: fonts.sh LITERATA_FILES PUBLIC_SANS_FILES
# It needs fonttools and brotli. The cut holds the characters that the guide uses; others come from the fallback fonts.
set -euo pipefail
out="$(dirname "$0")/../docs/assets/fonts"
text="U+0020-007E,U+00A0,U+00B7,U+00D7,U+00F7,U+00E9,U+00FC,U+00F6,U+00E4,U+2013,U+2018,U+2019,U+201C,U+201D,U+2026,U+2192,U+21A9,U+2212,U+2265,U+2264"
headings="U+0020-0022,U+0024-0029,U+002C-003B,U+003F,U+0041-005A,U+0061-007A,U+00A0,U+2013,U+2018,U+2019,U+201C,U+201D"

cut_font() { # SOURCE NAME CHARACTERS FEATURES AXES...
  local source=$1 name=$2 characters=$3 features=$4 whole
  shift 4
  whole=$(mktemp)
  fonttools varLib.instancer -q "$source" "$@" -o "$whole"
  pyftsubset "$whole" --unicodes="$characters" --layout-features="$features" --flavor=woff2 --no-hinting --desubroutinize --output-file="$out/$name.woff2"
}

cut_font "$1/literata-latin-opsz-normal.woff2" literata-text "$text" kern,liga,tnum opsz=14 wght=400:700
cut_font "$1/literata-latin-opsz-normal.woff2" literata-display "$headings" kern,liga opsz=40 wght=600
cut_font "$1/literata-latin-opsz-italic.woff2" literata-text-italic "$headings" kern,liga opsz=14 wght=400
cut_font "$2/public-sans-latin-wght-normal.woff2" public-sans "$text" kern,tnum wght=400:700
