/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The memory that fails, the loop over its requests, and who made them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>
#include <libxslt/xslt.h>

#include "oom/oom.h"

#define NOBODY SIZE_MAX

/* libxml2 and jansson have no place for a pointer of ours. */
static struct {
	size_t live, requests, refusals;
	size_t fail; /* this request fails; 0: none */
	bool forever; /* and all later ones */
	bool ours_only; /* those of libraries below do not count */
	bool hit, hit_ours;
	bool watch_malloc;
	bool acting; /* not setting up */
	size_t caller; /* the public function that runs, or ran last */
	size_t points;
} memory = { .caller = NOBODY };

struct function {
	char name[64];
	size_t calls, requests, refusals;
	size_t first; /* request of the case that runs, while none was refused in any */
};
static struct function functions[512];
static size_t function_count;

void
called(size_t function)
{
	if (!memory.acting)
		return;
	memory.caller = function;
	functions[function].calls++;
}

static bool
fails(bool ours)
{
	bool fail;

	if (memory.ours_only && !ours)
		return false;
	memory.requests++;
	fail = memory.fail != 0 && (memory.requests == memory.fail ||
				    (memory.requests > memory.fail && memory.forever));
	if (memory.caller != NOBODY) {
		struct function *function = &functions[memory.caller];

		function->requests++;
		function->refusals += fail;
		if (!function->first && !function->refusals)
			function->first = memory.requests;
	}
	memory.refusals += fail;
	memory.hit |= fail;
	memory.hit_ours |= fail && ours;
	return fail;
}

static void
release(void *block)
{
	memory.live -= block != NULL;
	free(block);
}

void *__real_realloc(void *block, size_t size);
void *__wrap_realloc(void *block, size_t size);

/* For what allocates with malloc() because nobody said otherwise. */
void *
__wrap_realloc(void *block, size_t size)
{
	return memory.watch_malloc && fails(true) ? NULL : __real_realloc(block, size);
}

static void *
resize(void *block, size_t size, bool ours)
{
	void *grown = fails(ours) ? NULL : __real_realloc(block, size);

	memory.live += grown && !block;
	return grown;
}

static void *
resize_ours(void *data, void *block, size_t size)
{
	(void)data;
	if (size)
		return resize(block, size, true);
	release(block);
	return NULL;
}

static void *
allocate_theirs(size_t size)
{
	return resize(NULL, size, false);
}

static void *
resize_theirs(void *block, size_t size)
{
	return resize(block, size, false);
}

static char *
copy_theirs(const char *text)
{
	char *copy = allocate_theirs(strlen(text) + 1);

	return copy ? strcpy(copy, text) : NULL;
}

/* -- for those who act -------------------------------------------------------------------------- */

void
tell(struct text *text, const char *word)
{
	word = word ? word : "-";
	text_sink(text, word, strlen(word));
	text_sink(text, " ", 1);
}

void
tell_number(struct text *text, uint64_t number)
{
	char digits[24];

	snprintf(digits, sizeof(digits), "%llu", (unsigned long long)number);
	tell(text, digits);
}

size_t
oom_refusals(void)
{
	return memory.refusals;
}

bool
oom_forever(void)
{
	return memory.forever;
}

void
oom_watch_malloc(bool watch)
{
	memory.watch_malloc = watch;
}

int
terms_of(struct cyt_ctx *ctx, const char *lang, struct cyt_terms **out)
{
	int err = cyt_terms_new(ctx, AS_AT, out);

	if (err == 0 && lang)
		err = cyt_terms_set_lang(*out, lang);
	return err;
}

int
done(struct cyt_terms *terms, struct cyt_result *result, int err)
{
	cyt_result_unref(result);
	cyt_terms_free(terms);
	return err;
}

int
changes_of(const struct scene *scene, struct cyt_ctx *ctx, struct changes *out)
{
	int err = terms_of(ctx, NULL, &out->terms);

	if (err == 0)
		err = cyt_query_coverage(scene->mini, "XN", "harbour-2020", out->terms, &out->before);
	if (err == 0)
		err = cyt_terms_add_law(out->terms, "xn-bill");
	if (err == 0)
		err = cyt_query_coverage(scene->mini, "XN", "harbour-2020", out->terms, &out->after);
	if (err == 0)
		err = cyt_query_diff(out->before, out->after, &out->diff);
	return err;
}

int
changes_done(struct changes *changes, int err)
{
	cyt_result_unref(changes->before);
	cyt_result_unref(changes->after);
	return done(changes->terms, changes->diff, err);
}

/* -- the loop ----------------------------------------------------------------------------------- */

/* One call in a context of its own; whatever happens, all memory comes back. */
static int
perform(const struct oom_case *one, const struct scene *scene, struct text *text)
{
	size_t before = memory.live;
	struct cyt_ctx *ctx;
	int err;

	free(text->bytes);
	*text = (struct text){ NULL, 0, 0 };
	memory.requests = memory.refusals = 0;
	memory.hit = memory.hit_ours = false;
	memory.ours_only = one->ours_only;
	memory.acting = true;
	err = cyt_ctx_new_with(resize_ours, NULL, &ctx);
	if (err == 0)
		err = one->act(scene, ctx, text);
	cyt_ctx_unref(ctx);
	memory.fail = 0;
	memory.acting = memory.ours_only = false;
	memory.caller = NOBODY;
	/* libxml2 keeps a copy of its last complaint per thread. */
	xmlResetLastError();
	assert_int_equal(memory.live, before);
	return err;
}

static void
assert_same(const struct text *left, const struct text *right)
{
	assert_int_equal(left->length, right->length);
	if (left->length)
		assert_memory_equal(left->bytes, right->bytes, left->length);
}

/* A library below may do without a block, but then nothing may be missing. */
static void
judge(const struct oom_case *one, int err, int expected, const struct text *text,
      const struct text *whole)
{
	if (memory.hit_ours || err != expected)
		assert_int_equal(err, CYT_ERR_NOMEM);
	if ((!memory.hit_ours && err == expected) || (one->recovers && !memory.forever && text->length))
		assert_same(text, whole);
}

/* The request to refuse after this one: each, or with a stride some, and then what no public function
 * was refused yet. */
static size_t
next_point(size_t point)
{
	size_t next = point + stride(), i;

	for (i = 0; i < function_count; i++)
		if (functions[i].first > point && functions[i].first < next)
			next = functions[i].first;
	return next;
}

static void
fail_each(const struct oom_case *one, const struct scene *scene, bool forever)
{
	struct text whole = { NULL, 0, 0 }, text = { NULL, 0, 0 };
	size_t hits = 0, point = 1, i;
	int expected, err;

	for (i = 0; i < function_count; i++)
		functions[i].first = 0;
	memory.forever = forever;
	expected = perform(one, scene, &whole);
	assert_int_not_equal(expected, CYT_ERR_NOMEM);
	for (;; point = next_point(point)) {
		memory.fail = point;
		err = perform(one, scene, &text);
		if (!memory.hit)
			break;
		hits++;
		judge(one, err, expected, &text, &whole);
		if (hits % 16 == 0) {
			assert_int_equal(perform(one, scene, &text), expected);
			assert_same(&text, &whole);
		}
	}
	assert_int_equal(err, expected);
	assert_same(&text, &whole);
	assert_true(hits > 0);
	memory.points += hits;
	free(whole.bytes);
	free(text.bytes);
}

void
oom_fail_each(const struct oom_case *one, const struct scene *scene)
{
	size_t before = memory.points;

	fail_each(one, scene, false);
	fail_each(one, scene, true);
	printf("# %s: %zu points\n", one->name, memory.points - before);
}

/* -- who was called ----------------------------------------------------------------------------- */

static void
read_functions(void)
{
	char *path = tree_path("tests/abi/symbols.txt");
	FILE *file = fopen(path, "r");
	size_t room = sizeof(functions) / sizeof(*functions);

	assert_non_null(file);
	while (function_count < room &&
	       fscanf(file, "%63s", functions[function_count].name) == 1)
		function_count++;
	assert_in_range(function_count, 300, room - 1);
	assert_int_equal(fclose(file), 0);
	free(path);
}

static bool
is_named(const char *name, const char *const *names)
{
	for (; *names; names++)
		if (strcmp(name, *names) == 0)
			return true;
	return false;
}

static bool
is_sound(const struct function *function, bool needs)
{
	const char *fault = NULL;

	if (!function->calls)
		fault = "was not called";
	else if (needs && !function->refusals)
		fault = "was never refused memory";
	else if (!needs && function->requests)
		fault = "asked for memory";
	if (fault)
		print_error("%s %s\n", function->name, fault);
	return !fault;
}

void
oom_check_functions(const char *const *need_memory)
{
	size_t needing = 0, calls = 0, faults = 0, i;
	bool needs;

	for (i = 0; i < function_count; i++) {
		needs = is_named(functions[i].name, need_memory);
		needing += needs;
		calls += functions[i].calls;
		faults += !is_sound(&functions[i], needs);
	}
	for (i = 0; need_memory[i]; i++)
		;
	assert_int_equal(needing, i);
	printf("# %zu points: calls with a request refused; %zu calls of %zu public functions, "
	       "%zu of which need memory\n", memory.points, calls, function_count, needing);
	assert_int_equal(faults, 0);
}

/* -- begin and end ------------------------------------------------------------------------------ */

int
oom_begin(struct cyt_ctx **out)
{
	if (xmlMemSetup(release, allocate_theirs, resize_theirs, copy_theirs) != 0)
		return -1;
	xmlInitParser();
	json_set_alloc_funcs(allocate_theirs, release);
	read_functions();
	return cyt_ctx_new_with(resize_ours, NULL, out);
}

size_t
oom_end(void)
{
	xsltCleanupGlobals();
	xmlCleanupParser();
	return memory.live;
}
