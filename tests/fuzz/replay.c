/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Runs a target without libFuzzer, as a test: its seeds, what was found with it, and a few mutations
 * of each.
 *
 *   fuzz_TARGET                  all that, with TAP
 *   fuzz_TARGET FILE...          these inputs
 *   fuzz_TARGET --seeds FOLDER   writes the seeds into a folder, for libFuzzer to begin with */
#include "fuzz.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_NAMES 16
#define MOST_SIZE (1u << 20)
#define MUTATIONS 32

#pragma weak LLVMFuzzerCustomMutator
#pragma weak fuzz_seed_of

typedef void visit(const char *name, const uint8_t *bytes, size_t size, void *data);

static const char *
root(void)
{
	const char *name = getenv("CYT_SRCDIR");

	return name ? name : ".";
}

static uint8_t *
read_file(const char *path, size_t *size)
{
	FILE *file = fopen(path, "rb");
	uint8_t *bytes = malloc(MOST_SIZE);

	if (!file || !bytes)
		fuzz_fail(path);
	*size = fread(bytes, 1, MOST_SIZE, file);
	fclose(file);
	return bytes;
}

static void
visit_file(const char *path, visit *see, void *data)
{
	size_t size;
	uint8_t *bytes = read_file(path, &size);

	see(path, bytes, size, data);
	free(bytes);
}

/* How many files there are. */
static size_t
visit_pattern(const char *pattern, visit *see, void *data)
{
	char path[4096];
	glob_t found;
	size_t i, count = 0;

	snprintf(path, sizeof(path), "%s/%s", root(), pattern);
	if (glob(path, 0, NULL, &found) == 0)
		for (i = 0; i < found.gl_pathc; i++, count++)
			visit_file(found.gl_pathv[i], see, data);
	globfree(&found);
	return count;
}

static void
visit_made(char *line, visit *see, void *data)
{
	const char *names[MOST_NAMES + 1] = { NULL };
	char *word, *rest = NULL;
	uint8_t *bytes = NULL;
	size_t count = 0, size;

	for (word = strtok_r(line, " ", &rest); word && count < MOST_NAMES;
	     word = strtok_r(NULL, " ", &rest))
		names[count++] = word;
	if (count && fuzz_seed_of)
		bytes = fuzz_seed_of(names, &size);
	if (!bytes)
		fuzz_fail("a seed can be made of this line");
	see(names[0], bytes, size, data);
	free(bytes);
}

/* A line of a list: a pattern of files, or '=' and the names of which the target makes an input. */
static void
visit_line(char *line, visit *see, void *data)
{
	if (*line == '=')
		visit_made(line + 1, see, data);
	else if (visit_pattern(line, see, data) == 0)
		fuzz_fail(line);
}

static void
visit_seeds(visit *see, void *data)
{
	char line[4096];
	FILE *list;

	snprintf(line, sizeof(line), "%s/tests/fuzz/seeds/%s.list", root(), fuzz_name);
	list = fopen(line, "r");
	if (!list)
		fuzz_fail(line);
	while (fgets(line, sizeof(line), list)) {
		line[strcspn(line, "\n")] = '\0';
		if (*line && *line != '#')
			visit_line(line, see, data);
	}
	fclose(list);
}

static size_t
visit_found(visit *see, void *data)
{
	char pattern[256];

	snprintf(pattern, sizeof(pattern), "tests/fuzz/found/%s/*", fuzz_name);
	return visit_pattern(pattern, see, data);
}

/* -- mutations ------------------------------------------------------------------------------ */

/* What libFuzzer has its own of. */
static uint64_t chance = 1;

size_t
LLVMFuzzerMutate(uint8_t *bytes, size_t size, size_t most)
{
	size_t at;

	if (size == 0) {
		if (most == 0)
			return 0;
		bytes[0] = (uint8_t)fuzz_below(&chance, 256);
		return 1;
	}
	at = fuzz_below(&chance, (uint32_t)size);
	switch (fuzz_below(&chance, 4)) {
	case 0:
		return at;
	case 1:
		memmove(bytes + at, bytes + at + 1, size - at - 1);
		return size - 1;
	case 2:
		bytes[at] = (uint8_t)fuzz_below(&chance, 256);
		return size;
	default:
		bytes[at] ^= (uint8_t)(1u << fuzz_below(&chance, 8));
		return size;
	}
}

static void
run_mutations(const uint8_t *bytes, size_t size)
{
	size_t most = 2 * size + 64, length = size, i;
	uint8_t *copy = malloc(most), *exact;

	FUZZ_REQUIRE(copy);
	memcpy(copy, bytes, size);
	for (i = 0; i < MUTATIONS; i++) {
		length = LLVMFuzzerCustomMutator
				 ? LLVMFuzzerCustomMutator(copy, length, most,
							   fuzz_below(&chance, UINT32_MAX))
				 : LLVMFuzzerMutate(copy, length, most);
		FUZZ_REQUIRE(length <= most);
		/* A block of just this size, so that a sanitizer sees each byte too far. */
		exact = malloc(length ? length : 1);
		FUZZ_REQUIRE(exact);
		memcpy(exact, copy, length);
		LLVMFuzzerTestOneInput(exact, length);
		free(exact);
	}
	free(copy);
}

/* -- what to do ----------------------------------------------------------------------------- */

static void
run(const char *name, const uint8_t *bytes, size_t size, void *data)
{
	size_t *number = data;

	fprintf(stderr, "# %s\n", name);
	LLVMFuzzerTestOneInput(bytes, size);
	++*number;
}

static void
run_and_mutate(const char *name, const uint8_t *bytes, size_t size, void *data)
{
	run(name, bytes, size, data);
	run_mutations(bytes, size);
}

static void
write_seed(const char *name, const uint8_t *bytes, size_t size, void *data)
{
	const char *folder = data, *slash = strrchr(name, '/');
	static int number;
	char path[4096];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%03d-%s", folder, number++, slash ? slash + 1 : name);
	file = fopen(path, "wb");
	if (!file || fwrite(bytes, 1, size, file) != size || fclose(file) != 0)
		fuzz_fail(path);
}

static int
test(void)
{
	size_t number = 0, seeds;

	visit_seeds(run_and_mutate, &number);
	seeds = number;
	printf("%s 1 - %s: %zu seeds and what came of them\n", seeds ? "ok" : "not ok", fuzz_name,
	       seeds);
	visit_found(run, &number);
	printf("ok 2 - %s: %zu inputs that once were too much\n1..2\n", fuzz_name, number - seeds);
	return seeds ? 0 : 1;
}

int
main(int argc, char **argv)
{
	size_t number = 0;
	int i;

	if (argc == 1)
		return test();
	if (argc == 3 && strcmp(argv[1], "--seeds") == 0) {
		visit_seeds(write_seed, argv[2]);
		visit_found(write_seed, argv[2]);
		return 0;
	}
	for (i = 1; i < argc; i++)
		visit_file(argv[i], run, &number);
	return 0;
}
