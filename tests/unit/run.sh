#!/bin/sh
# Writes the runner of the suites in folder $1: each test_NAME.c gives `Suite *NAME_suite(void)`.
set -eu
echo '#include <check.h>'
echo '#include <stdlib.h>'
for f in "$1"/test_*.c; do n=$(basename "$f" .c); echo "Suite *${n#test_}_suite(void);"; done
cat <<'END'
int main(void)
{
	SRunner *runner = srunner_create(NULL);
END
for f in "$1"/test_*.c; do n=$(basename "$f" .c); printf '\tsrunner_add_suite(runner, %s_suite());\n' "${n#test_}"; done
cat <<'END'
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
END
