/* SPDX-License-Identifier: MIT */
/*
 * What doctor has to say, as JSON.
 */
#include <jansson.h>
#include <rekindle/date.h>
#include "../config/config.h"
#include "doctor.h"

static json_t *file_json(const struct care_file *file)
{
	json_t *object = json_object();
	bool copy = file->kind == CARE_COPY;

	json_object_set_new(object, "path", json_text(file->path));
	json_object_set_new(object, "kind", json_string(doctor_kind_word(file->kind)));
	json_object_set_new(object, "day", json_day(file->day));
	json_object_set_new(object, "size", json_integer(file->size));
	json_object_set_new(object, "whole", copy ? json_boolean(file->good) : json_null());
	json_object_set_new(object, "fault", json_text(file->fault));
	return object;
}

static json_t *files_json(const struct care *care)
{
	json_t *array = json_array();

	for (size_t i = 0; i < care->file_count; i++)
		json_array_append_new(array, file_json(&care->files[i]));
	return array;
}

/* A process that is not known is null. */
static json_t *holders_json(const struct care *care)
{
	json_t *array = json_array();

	for (size_t i = 0; i < care->holder_count; i++)
		json_array_append_new(
			array, care->holders[i] > 0 ? json_integer(care->holders[i]) : json_null());
	return array;
}

static json_t *remarks_json(struct care *care)
{
	json_t *array = json_array();

	for (int i = 0; i < CARE_REMARK_COUNT; i++) {
		if (!(care->remarks & 1u << i))
			continue;
		json_t *object = json_object();
		json_object_set_new(object, "id", json_string(doctor_remark_word(i)));
		json_object_set_new(object, "text", json_text(doctor_remark(care, i)));
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *faults_json(const struct care *care)
{
	json_t *array = json_array();

	for (size_t i = 0; i < care->faults.count; i++)
		json_array_append_new(array, json_text(care->faults.text[i]));
	return array;
}

static json_t *settings_json(const struct config *config)
{
	json_t *object = json_object();

	json_object_set_new(object, "file", json_text(config->path));
	json_object_set_new(object, "there", json_boolean(config->there));
	json_object_set_new(
		object, "fault", config->err ? json_text(config->fault.text) : json_null());
	return object;
}

json_t *doctor_json(struct care *care, const struct config *config)
{
	json_t *object = json_object();

	json_object_set_new(object, "database", json_text(care->database));
	json_object_set_new(object, "state", json_string(doctor_state_word(care->state)));
	json_object_set_new(object, "text", json_text(doctor_state(care)));
	json_object_set_new(object, "fault", json_text(care->fault));
	json_object_set_new(object, "faults", faults_json(care));
	json_object_set_new(object, "next", json_text(doctor_step(care)));
	json_object_set_new(object, "size", json_integer(care->size));
	json_object_set_new(object, "schema", json_integer(care->version));
	json_object_set_new(object, "alliances", json_integer(care->alliances));
	json_object_set_new(object, "assessments", json_integer(care->assessments));
	json_object_set_new(object, "open_in", holders_json(care));
	json_object_set_new(object, "files", files_json(care));
	json_object_set_new(object, "newest_copy", json_text(care->best));
	json_object_set_new(object, "temporary", json_text(care->temporary));
	json_object_set_new(object, "remarks", remarks_json(care));
	json_object_set_new(object, "settings", settings_json(config));
	return object;
}
