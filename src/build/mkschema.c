/* SPDX-License-Identifier: MIT */
/*
 * Build tool: runs the named schema steps, in their order, in an empty database and writes on
 * stdout what they make, as engine_shape() tells it: what an opened file is compared with.
 */
#include <stdio.h>
#include <stdlib.h>

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
	struct str shape;

	str_init(&shape);
	enum err err = engine_open(":memory:", true, 0, &engine, &why);
	for (int i = 1; !err && i < argc; i++)
		err = run_step(engine, argv[i], &why);
	if (!err)
		err = engine_shape(engine, &shape, &why);
	fputs(err ? why.text : shape.text, err ? stderr : stdout);
	engine_close(engine);
	str_release(&shape);
	return err ? EXIT_FAILURE : EXIT_SUCCESS;
}
