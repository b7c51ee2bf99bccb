#!/bin/sh
# SPDX-License-Identifier: MIT
# A man page as plain text of 79 columns on stdout, without the lines at its head and foot, which name the page and
# the day. usage: plainpage.sh PAGE
set -eu
text=$(mandoc -T ascii -I os=rekindle -O width=79 "$1")
overstrike=$(printf '.\b')
printf '%s\n' "$text" | sed -e "s/$overstrike//g" -e 1,2d -e '$d' | sed -e '$d'
