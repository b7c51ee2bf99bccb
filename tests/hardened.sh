#!/bin/sh
# SPDX-License-Identifier: MIT
# hardened.sh PROGRAM, with the flags it was compiled with in CFLAGS: each protection that a flag asks
# for can be seen in the program, and those that every compiler has are there.
set -eu
program=$1
failed=0

lacks()
{
	echo "$program: $*"
	failed=1
}
sections=$(readelf -W -h -l -d -n "$program")
has()
{
	printf '%s\n' "$sections" | grep -q -e "$1" || lacks "$2"
}
has 'Type: *DYN' "is not position independent"
has 'GNU_RELRO' "has relocations that stay writable"
has 'BIND_NOW\|FLAGS.*NOW' "binds late"
! printf '%s\n' "$sections" | grep -q 'GNU_STACK.*RWE' || lacks "has a stack that runs"
symbols=$(nm -D "$program")
printf '%s\n' "$symbols" | grep -q __stack_chk_fail || lacks "has no stack protector"
printf '%s\n' "$symbols" | grep -q '_chk@\|_chk$' || lacks "checks no sizes of buffers"
case $CFLAGS in
*-D_FORTIFY_SOURCE=[23]*) ;;
*) lacks "is compiled without _FORTIFY_SOURCE" ;;
esac
case $CFLAGS in
*-fcf-protection*)
	objdump -d --no-show-raw-insn "$program" | grep -q endbr || lacks "has no landing marks"
	;;
esac
[ $failed -eq 0 ]
