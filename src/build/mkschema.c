/* SPDX-License-Identifier: MIT */
/*
 * Build tool: mkschema shape|making STEP... runs the named schema steps, in their order, in an
 * empty database and writes on stdout what they make: as engine_shape() tells it, what an opened
 * file is compared with; or as engine_making() does, by which a new one is made.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rekindle/file.h>

#include "../store/engine.h"

#define STEP_BYTES_MAX (1u << 20)

static enum err run_step(struct engine *engine, const char *path, struct errmsg *why)
{
	struct str text;

	str_init(&text);
	enum err err = file_read(path, STEP_BYTES_MAX, &text, why);
	if (!err)
		err = engine_script(engine, text.text, why);
	str_release(&text);
	return err;
}

int main(int argc, char **argv)
{
	struct errmsg why = { "" };
	struct engine *engine;
	struct str out;
	bool making = argc > 1 && !strcmp(argv[1], "making");

	str_init(&out);
	enum err err = engine_open(":memory:", ENGINE_CREATE, 0, &engine, &why);
	for (int i = 2; !err && i < argc; i++)
		err = run_step(engine, argv[i], &why);
	if (!err)
		err = making ? engine_making(engine, &out, &why) : engine_shape(engine, &out, &why);
	fputs(err ? why.text : out.text, err ? stderr : stdout);
	engine_close(engine);
	str_release(&out);
	return err ? EXIT_FAILURE : EXIT_SUCCESS;
}
