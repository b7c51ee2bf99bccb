#!/bin/sh
# SPDX-License-Identifier: MIT
# The Content-Security-Policy that lets a page run these files within itself and nothing else.
# usage: csp.sh STYLE SCRIPT...
set -eu

# Base64 of the SHA-256 of the files one after another; printf of coreutils writes any byte.
hash() {
	hex=$(cat "$@" | sha256sum | cut -c 1-64 | sed 's/../\\x&/g')
	env printf "$hex" | base64
}

style=$1
shift
printf "default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; " "$(hash "$style")" "$(hash "$@")"
printf "base-uri 'none'; form-action 'none'"
