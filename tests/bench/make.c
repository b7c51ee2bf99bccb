/* SPDX-License-Identifier: MIT */
/* Makes the portfolio of 100 alliances; prints its path, the id of a round and who was heard in it.
 */
#include <stdio.h>
#include <stdlib.h>

#include "stores.h"

int main(void)
{
	static const struct store_shape shape = { "counted", 100, 4, 2, 20, true };
	char path[4200], round[UUID_TEXT], person[BENCH_NAME];
	printf("%s\n%s\n%s\n", bench_store(&shape, path, sizeof(path)), bench_round(round),
		bench_person(0, person));
	return EXIT_SUCCESS;
}
