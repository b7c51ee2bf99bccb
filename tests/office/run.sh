#!/bin/sh
# SPDX-License-Identifier: MIT
# Workbooks and tables through LibreOffice, where it is installed: run.sh BINARY FOLDER. Run by hand.
set -eu
command -v soffice > /dev/null || {
	echo "check-office: skipped, for there is no LibreOffice; on Debian: apt-get install libreoffice-calc"
	exit 0
}
rm -rf "$2"
mkdir -p "$2"
python3 tests/office/check.py "$1" "$2"
echo "check-office: LibreOffice reads what was written"
