/* SPDX-License-Identifier: MIT */
/*
 * The check behind an answer: CRC-16/CCITT-FALSE of its value.
 */
#include "internal.h"

#include <stdio.h>

void sheet_check(const char *value, char text[5])
{
	unsigned crc = 0xFFFF;
	for (const unsigned char *p = (const unsigned char *)value; *p; p++) {
		crc ^= (unsigned)*p << 8;
		for (int bit = 0; bit < 8; bit++)
			crc = (crc & 0x8000 ? crc << 1 ^ 0x1021 : crc << 1) & 0xFFFF;
	}
	snprintf(text, 5, "%04x", crc);
}
