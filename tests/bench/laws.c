/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Made-up laws: the same for every run, one file each. */
#define _GNU_SOURCE
#include "bench.h"

#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define PROVISIONS 60
#define NATIONAL 4 /* laws of a State; all others are of its parts, as many of each */
#define WORDS 80 /* of text in a provision */

static uint64_t seed;

static uint32_t
random_below(uint32_t end)
{
	uint64_t x = seed += UINT64_C(0x9e3779b97f4a7c15);

	x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
	return (uint32_t)((x ^ x >> 31) % end);
}

static const struct cyt_concept *
random_act(const struct cyt_corpus *corpus)
{
	const struct cyt_concept *concept;

	do
		concept = cyt_corpus_concept_at(
			corpus, random_below((uint32_t)cyt_corpus_concept_count(corpus)));
	while (!cyt_concept_is_leaf(concept) || cyt_concept_kind(concept) != CYT_KIND_ACT);
	return concept;
}

/* Laws of the world say much the same: one of a dozen manners for each concept. */
static void
write_cases(FILE *file, const struct cyt_concept *concept)
{
	uint64_t saved = seed;
	size_t i, k;

	seed = cyt_concept_cell_count(concept) * 4096 + random_below(12);
	for (i = 0; i < cyt_concept_facet_count(concept); i++) {
		const struct cyt_facet *facet = cyt_concept_facet_at(concept, i);
		size_t count = cyt_facet_value_count(facet);

		if (cyt_facet_type(facet) != CYT_FACET_TYPE_ENUMERATED || random_below(5))
			continue;
		k = random_below((uint32_t)count);
		fprintf(file, "   <case facet=\"%s\" is=\"%s\"/>\n", cyt_facet_id(facet),
			cyt_value_id(cyt_facet_value_at(facet, k)));
	}
	seed = saved + 2;
}

/* Words at random: no two notes of all the laws are the same. */
static void
write_note(FILE *file)
{
	static const char *const words[] = {
		"access",     "the",     "of",        "system",  "without", "a",       "to",
		"computer",   "person",  "or",        "in",      "authority", "which", "data",
		"whoever",    "means",   "provision", "intent",  "means",   "protected", "by",
		"measure",    "obtains", "for",       "another", "benefit", "and",     "that",
		"is",         "not",     "punished",  "under",   "this",    "article", "public",
		"service",    "record",  "copied",    "altered", "harm",    "serious", "when",
	};
	int i;

	fprintf(file, "  <note xml:lang=\"en\">");
	for (i = 0; i < WORDS; i++)
		fprintf(file, "%s%s", i ? " " : "",
			words[random_below(sizeof(words) / sizeof(*words))]);
	fprintf(file, ".</note>\n");
}

static void
write_provision(FILE *file, const struct cyt_corpus *corpus, size_t law, unsigned int number)
{
	uint32_t supplies = 1 + random_below(3);

	fprintf(file,
		" <provision id=\"art_%u\" num=\"%u\" from=\"20%02u-01-01\">\n"
		"  <title xml:lang=\"en\">Heading of article %u</title>\n",
		number, number, random_below(26), number);
	for (; supplies > 0; supplies--) {
		const struct cyt_concept *concept = random_act(corpus);

		fprintf(file, "  <supply concepts=\"%s\">\n", cyt_concept_id(concept));
		write_cases(file, concept);
		fprintf(file, "  </supply>\n");
	}
	write_note(file);
	fprintf(file,
		"  <penalty prison-min=\"P6M\" prison-max=\"P%uY\"/>\n"
		"  <source basis=\"text\" href=\"https://example.org/law/%zu\" "
		"consulted=\"2026-11-21\"/>\n </provision>\n",
		1 + random_below(9), law);
}

void
law_id(size_t number, char id[32])
{
	snprintf(id, 32, "law-%06zu", number);
}

void
state_id(size_t number, char id[3])
{
	id[0] = (char)('A' + number % 26);
	id[1] = (char)('A' + number / 26 % 26);
	id[2] = '\0';
}

/* Nobody has a hundred penal codes: with many laws there are federations. */
static void
jurisdiction(size_t number, char out[32])
{
	size_t part = number / STATES / NATIONAL;
	char state[3];

	state_id(number % STATES, state);
	if (part == 0)
		snprintf(out, 32, "%s", state);
	else
		snprintf(out, 32, "%s-%03zu", state, part);
}

static void
law_path(const struct bench *bench, size_t number, char *path, size_t size)
{
	char id[32];

	law_id(number, id);
	snprintf(path, size, "%s/%s.xml", bench->folder, id);
}

static size_t
write_law(const struct bench *bench, const struct cyt_corpus *corpus, size_t number)
{
	char path[512], id[32], where[32];
	unsigned int i;
	FILE *file;
	long size;

	law_id(number, id);
	jurisdiction(number, where);
	law_path(bench, number, path, sizeof(path));
	file = fopen(path, "w");
	if (!file)
		die("cannot write a law");
	fprintf(file,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<law xmlns=\"urn:cybertreaty:1\" id=\"%s\" jurisdiction=\"%s\">\n"
		" <title xml:lang=\"en\">Law number %zu</title>\n <assessed concepts=\"kind:act\"/>\n",
		id, where, number);
	for (i = 1; i <= PROVISIONS; i++)
		write_provision(file, corpus, number, i);
	fprintf(file,
		" <extend provisions=\"*\"><case facet=\"mode\" is=\"attempt\"/></extend>\n</law>\n");
	size = ftell(file);
	if (fclose(file) != 0 || size < 0)
		die("cannot write a law");
	return (size_t)size;
}

/* What is loaded with the laws. */
static void
find_others(struct bench *bench)
{
	static const char *const patterns[] = { "vocabulary", "instruments" };
	static glob_t found;
	char pattern[1024];
	struct stat status;
	size_t i;

	globfree(&found);
	for (i = 0; i < 2; i++) {
		snprintf(pattern, sizeof(pattern), "%s/xml/%s/*.xml", bench->root, patterns[i]);
		if (glob(pattern, i ? GLOB_APPEND : 0, NULL, &found) != 0)
			die("cannot find vocabulary and instruments");
	}
	bench->others = found.gl_pathv;
	bench->other_count = found.gl_pathc;
	for (i = 0; i < found.gl_pathc; i++) {
		if (stat(found.gl_pathv[i], &status) < 0)
			die("cannot read a file");
		bench->other_bytes += (size_t)status.st_size;
	}
}

void
laws_make(struct bench *bench)
{
	struct cyt_corpus *corpus;
	struct cyt_ctx *ctx;
	size_t i;

	if (cyt_ctx_new(&ctx) < 0)
		die("no memory");
	seed = 0;
	corpus = load(bench, ctx, NULL);
	find_others(bench);
	for (i = 0; i < bench->laws; i++)
		bench->bytes += write_law(bench, corpus, i);
	bench->bytes += bench->other_bytes;
	cyt_corpus_unref(corpus);
	cyt_ctx_unref(ctx);
}

void
laws_remove(const struct bench *bench)
{
	char path[512];
	size_t i;

	for (i = 0; i < bench->laws; i++) {
		law_path(bench, i, path, sizeof(path));
		unlink(path);
	}
	rmdir(bench->folder);
	unlink(snapshot_path(bench));
	unlink(bare_path(bench));
	unlink(database_path(bench));
}

static char *
read_file(const char *path, size_t *size)
{
	static char buffer[1 << 20];
	int fd = open(path, O_RDONLY);
	ssize_t got = fd < 0 ? -1 : read(fd, buffer, sizeof(buffer));

	if (got < 0 || (size_t)got == sizeof(buffer))
		die("cannot read a file");
	close(fd);
	*size = (size_t)got;
	return buffer;
}

char *
law_read(const struct bench *bench, size_t number, size_t *size)
{
	char path[512];

	law_path(bench, number, path, sizeof(path));
	return read_file(path, size);
}

char *
any_read(const struct bench *bench, size_t number, size_t *size)
{
	if (number < bench->laws)
		return law_read(bench, number, size);
	number -= bench->laws;
	return number < bench->other_count ? read_file(bench->others[number], size) : NULL;
}
