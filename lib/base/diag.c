/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The list of diagnostics. */
#include "base/diag.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ctx.h"

struct cyt_diag {
	uint32_t number, line;
	enum cyt_severity severity;
	enum cyt_diag_class class_;
	size_t order; /* as added, so that sorting is stable */
	const char *file, *text;
};

/* Rows are single blocks of the arena, so that a handle survives later additions. */
struct cyt_diags {
	atomic_uint refs;
	struct cyt_alloc_hooks hooks;
	struct arena arena;
	struct cyt_diag **rows;
	size_t count, capacity, errors;
	const char *last_file;
};

static const struct diag_kind {
	enum diag_number number;
	enum cyt_severity severity;
	enum cyt_diag_class class_;
	const char *text;
} kinds[] = {
#define DIAG(number, severity, class_, name, text) \
	{ DIAG_##name, CYT_SEVERITY_##severity, CYT_DIAG_##class_, text },
#include "base/diag.def"
#undef DIAG
};

static const struct diag_kind *
find_kind(enum diag_number number)
{
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(*kinds) - 1; i++)
		if (kinds[i].number == number)
			break;
	return &kinds[i];
}

const char *
diag_title(enum diag_number number)
{
	return find_kind(number)->text;
}

struct cyt_diags *
diags_create(const struct cyt_alloc_hooks *hooks)
{
	struct cyt_diags *diags = alloc_zero(hooks, 1, sizeof(*diags));

	if (!diags)
		return NULL;
	atomic_init(&diags->refs, 1);
	diags->hooks = *hooks;
	arena_init(&diags->arena, &diags->hooks);
	return diags;
}

int
cyt_diags_new(struct cyt_ctx *ctx, struct cyt_diags **out)
{
	*out = diags_create(&ctx->hooks);
	return *out ? 0 : CYT_ERR_NOMEM;
}

struct cyt_diags *
cyt_diags_ref(struct cyt_diags *diags)
{
	atomic_fetch_add_explicit(&diags->refs, 1, memory_order_relaxed);
	return diags;
}

void
cyt_diags_unref(struct cyt_diags *diags)
{
	struct cyt_alloc_hooks hooks;

	if (!diags || atomic_fetch_sub_explicit(&diags->refs, 1, memory_order_acq_rel) != 1)
		return;
	arena_release(&diags->arena);
	alloc_free(&diags->hooks, diags->rows);
	/* The hooks live in the block that they free. */
	hooks = diags->hooks;
	alloc_free(&hooks, diags);
}

const struct cyt_alloc_hooks *
diags_hooks(const struct cyt_diags *diags)
{
	return &diags->hooks;
}

/* A run has many diagnostics on few files. */
static const char *
keep_file(struct cyt_diags *diags, const char *file)
{
	if (!file || !*file)
		return "";
	if (!diags->last_file || strcmp(diags->last_file, file) != 0)
		diags->last_file = arena_strndup(&diags->arena, file, strlen(file));
	return diags->last_file;
}

static int
add_row(struct cyt_diags *diags, const struct cyt_diag *row)
{
	struct cyt_diag *copy;

	if (!row->text || !row->file)
		return CYT_ERR_NOMEM;
	if (!alloc_grow(&diags->hooks, &diags->rows, &diags->capacity, diags->count + 1,
			sizeof(*diags->rows)))
		return CYT_ERR_NOMEM;
	copy = arena_alloc(&diags->arena, 1, sizeof(*copy));
	if (!copy)
		return CYT_ERR_NOMEM;
	*copy = *row;
	copy->order = diags->count;
	diags->rows[diags->count++] = copy;
	if (copy->severity == CYT_SEVERITY_ERROR)
		diags->errors++;
	return 0;
}

static const char *
make_text(struct cyt_diags *diags, const char *text, const char *format, va_list args)
{
	size_t prefix = strlen(text);
	va_list again;
	char *out;
	int length;

	va_copy(again, args);
	length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (length < 0)
		return NULL;
	out = arena_alloc(&diags->arena, prefix + 2 + (size_t)length + 1, 1);
	if (!out)
		return NULL;
	memcpy(out, text, prefix);
	memcpy(out + prefix, ": ", 2);
	vsnprintf(out + prefix + 2, (size_t)length + 1, format, args);
	return out;
}

int
diags_add(struct cyt_diags *diags, enum diag_number number, const char *file, uint32_t line,
	  const char *format, ...)
{
	const struct diag_kind *kind = find_kind(number);
	struct cyt_diag row = { .number = number, .line = line };
	va_list args;

	if (!diags)
		return 0;
	row.severity = kind->severity;
	row.class_ = kind->class_;
	row.file = keep_file(diags, file);
	row.text = kind->text;
	if (format) {
		va_start(args, format);
		row.text = make_text(diags, kind->text, format, args);
		va_end(args);
	}
	return add_row(diags, &row);
}

int
diags_append(struct cyt_diags *into, const struct cyt_diags *from)
{
	struct cyt_diag row;
	size_t i;
	int err;

	if (!into || !from)
		return 0;
	for (i = 0; i < from->count; i++) {
		row = *from->rows[i];
		row.file = keep_file(into, row.file);
		row.text = arena_strndup(&into->arena, row.text, strlen(row.text));
		err = add_row(into, &row);
		if (err < 0)
			return err;
	}
	return 0;
}

static int
compare_rows(const void *left, const void *right)
{
	const struct cyt_diag *a = *(struct cyt_diag *const *)left;
	const struct cyt_diag *b = *(struct cyt_diag *const *)right;
	int order = strcmp(a->file, b->file);

	if (order)
		return order;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	if (a->number != b->number)
		return a->number < b->number ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

void
diags_sort(struct cyt_diags *diags)
{
	if (diags && diags->count > 1)
		qsort(diags->rows, diags->count, sizeof(*diags->rows), compare_rows);
}

size_t
cyt_diags_count(const struct cyt_diags *diags)
{
	return diags->count;
}

size_t
cyt_diags_error_count(const struct cyt_diags *diags)
{
	return diags->errors;
}

const struct cyt_diag *
cyt_diags_at(const struct cyt_diags *diags, size_t i)
{
	return i < diags->count ? diags->rows[i] : NULL;
}

uint32_t
cyt_diag_number(const struct cyt_diag *diag)
{
	return diag->number;
}

enum cyt_severity
cyt_diag_severity(const struct cyt_diag *diag)
{
	return diag->severity;
}

enum cyt_diag_class
cyt_diag_class(const struct cyt_diag *diag)
{
	return diag->class_;
}

const char *
cyt_diag_file(const struct cyt_diag *diag)
{
	return diag->file;
}

uint32_t
cyt_diag_line(const struct cyt_diag *diag)
{
	return diag->line;
}

const char *
cyt_diag_text(const struct cyt_diag *diag)
{
	return diag->text;
}
