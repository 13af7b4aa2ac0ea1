/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Measures loading and asking beside what libxml2 alone, and a database, need for the same. Every
 * measurement has a process of its own, so that peak memory means something. No test: it only prints.
 *
 *   bench [LAWS]     2,000 laws of about 60 provisions unless said otherwise */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <libxml/parser.h>
#include <libxml/tree.h>
#ifdef HAVE_SQLITE
#include <sqlite3.h>
#endif

#include <cybertreaty/cybertreaty.h>

#define PROVISIONS 60
#define AS_AT 20261121
#define INSTRUMENT "un-cybercrime-2024"
#define CHUNK 65536

static struct {
	const char *root; /* of the sources */
	char folder[64];
	size_t laws, bytes;
} bench;

static void
die(const char *what)
{
	fprintf(stderr, "bench: %s\n", what);
	exit(1);
}

static double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static uint64_t seed;

static uint32_t
random_below(uint32_t end)
{
	uint64_t x = seed += UINT64_C(0x9e3779b97f4a7c15);

	x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
	return (uint32_t)((x ^ x >> 31) % end);
}

/* -- the laws ------------------------------------------------------------------------------- */

static struct cyt_corpus *
load(struct cyt_ctx *ctx, bool with_laws)
{
	static const char *const parts[] = { "xml/vocabulary", "xml/instruments" };
	struct cyt_loader *loader;
	struct cyt_corpus *corpus;
	struct cyt_diags *diags;
	char path[1024];
	size_t i;

	if (cyt_loader_new(ctx, &loader) < 0 || cyt_diags_new(ctx, &diags) < 0)
		die("no memory");
	for (i = 0; i < 2; i++) {
		snprintf(path, sizeof(path), "%s/%s", bench.root, parts[i]);
		cyt_loader_add_path(loader, path);
	}
	if (with_laws)
		cyt_loader_add_path(loader, bench.folder);
	if (cyt_loader_finish(loader, diags, &corpus) < 0)
		die(cyt_diags_count(diags) ? cyt_diag_text(cyt_diags_at(diags, 0)) : "no corpus");
	cyt_diags_unref(diags);
	cyt_loader_free(loader);
	return corpus;
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

		if (cyt_facet_type(facet) != CYT_FACET_TYPE_ENUMERATED || random_below(3))
			continue;
		fprintf(file, "   <case facet=\"%s\" is=\"", cyt_facet_id(facet));
		k = random_below((uint32_t)count);
		fprintf(file, "%s\"/>\n", cyt_value_id(cyt_facet_value_at(facet, k)));
	}
	seed = saved + 2;
}

static void
write_provision(FILE *file, const struct cyt_corpus *corpus, unsigned int number)
{
	static const char note[] =
		"The provision is described in the words of the model, at the length at which such "
		"notes are written: what it requires of the act and what it leaves out";
	int i;

	fprintf(file,
		" <provision id=\"art_%u\" num=\"%u\" from=\"20%02u-01-01\">\n"
		"  <title xml:lang=\"en\">Heading of article %u</title>\n",
		number, number, random_below(26), number);
	for (i = 0; i < 2; i++) {
		const struct cyt_concept *concept = random_act(corpus);

		fprintf(file, "  <supply concepts=\"%s\">\n", cyt_concept_id(concept));
		write_cases(file, concept);
		fprintf(file, "   <note xml:lang=\"en\">%s (%u.%d).</note>\n  </supply>\n", note, number,
			i);
	}
	fprintf(file,
		"  <penalty prison-min=\"P6M\" prison-max=\"P%uY\"/>\n"
		"  <source basis=\"text\" href=\"https://example.org/law/%u\" "
		"consulted=\"2026-11-21\"/>\n </provision>\n",
		1 + random_below(9), number);
}

static size_t
write_law(const struct cyt_corpus *corpus, size_t number)
{
	char path[128];
	unsigned int i;
	FILE *file;
	long size;

	snprintf(path, sizeof(path), "%s/law-%06zu.xml", bench.folder, number);
	file = fopen(path, "w");
	if (!file)
		die("cannot write a law");
	fprintf(file,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<law xmlns=\"urn:cybertreaty:1\" id=\"law-%06zu\" jurisdiction=\"%c%c\">\n"
		" <title xml:lang=\"en\">Law number %zu</title>\n <assessed concepts=\"kind:act\"/>\n",
		number, 'A' + (int)(number % 26), 'A' + (int)(number / 26 % 26), number);
	for (i = 1; i <= PROVISIONS; i++)
		write_provision(file, corpus, i);
	fprintf(file,
		" <extend provisions=\"*\"><case facet=\"mode\" is=\"attempt\"/></extend>\n</law>\n");
	size = ftell(file);
	fclose(file);
	return (size_t)size;
}

static char *
read_law(size_t number, size_t *size)
{
	static char buffer[1 << 20];
	char path[128];
	ssize_t got;
	int fd;

	snprintf(path, sizeof(path), "%s/law-%06zu.xml", bench.folder, number);
	fd = open(path, O_RDONLY);
	got = fd < 0 ? -1 : read(fd, buffer, sizeof(buffer));
	if (got < 0)
		die("cannot read a law");
	close(fd);
	*size = (size_t)got;
	return buffer;
}

/* -- what is measured ------------------------------------------------------------------------- */

struct sample {
	double seconds;
	double value; /* what the measurement says besides */
	size_t peak;  /* bytes, beyond what the process had before */
};

static size_t
peak_memory(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return (size_t)usage.ru_maxrss * 1024;
}

static struct sample
measure(void (*what)(struct sample *sample))
{
	struct sample sample = { 0 };
	int pipes[2], status;
	size_t before;
	pid_t child;

	fflush(stdout);
	if (pipe(pipes) < 0 || (child = fork()) < 0)
		die("no process");
	if (child == 0) {
		before = peak_memory();
		what(&sample);
		sample.peak = peak_memory() - before;
		if (write(pipes[1], &sample, sizeof(sample)) != (ssize_t)sizeof(sample))
			_exit(1);
		_exit(0);
	}
	close(pipes[1]);
	if (read(pipes[0], &sample, sizeof(sample)) != (ssize_t)sizeof(sample))
		die("a measurement failed");
	close(pipes[0]);
	waitpid(child, &status, 0);
	return sample;
}

static void
measure_sax(struct sample *sample)
{
	xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC };
	double start = now();
	size_t i, at, size;

	for (i = 0; i < bench.laws; i++) {
		char *bytes = read_law(i, &size);
		xmlParserCtxtPtr parser =
			xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);

		xmlCtxtUseOptions(parser, XML_PARSE_NONET);
		for (at = 0; at < size; at += CHUNK)
			xmlParseChunk(parser, bytes + at,
				      (int)(size - at < CHUNK ? size - at : CHUNK), 0);
		xmlParseChunk(parser, NULL, 0, 1);
		xmlFreeParserCtxt(parser);
	}
	sample->seconds = now() - start;
}

static void
measure_dom(struct sample *sample)
{
	double start = now();
	size_t i, size;

	for (i = 0; i < bench.laws; i++) {
		char *bytes = read_law(i, &size);

		/* Kept: a program that asks questions of a DOM needs them all. */
		if (!xmlReadMemory(bytes, (int)size, "law", NULL, XML_PARSE_NONET))
			die("a law is not well-formed");
	}
	sample->seconds = now() - start;
}

static void
measure_load(struct sample *sample)
{
	struct cyt_ctx *ctx;
	double start;

	if (cyt_ctx_new(&ctx) < 0)
		die("no memory");
	start = now();
	sample->value = (double)cyt_corpus_size(load(ctx, true));
	sample->seconds = now() - start;
}

static const char *
snapshot(void)
{
	static char path[128];

	snprintf(path, sizeof(path), "%s.cyt", bench.folder);
	return path;
}

static void
measure_save(struct sample *sample)
{
	struct cyt_corpus *corpus;
	struct cyt_ctx *ctx;
	double start;

	if (cyt_ctx_new(&ctx) < 0)
		die("no memory");
	corpus = load(ctx, true);
	start = now();
	if (cyt_corpus_save(corpus, snapshot()) < 0)
		die("cannot save");
	sample->seconds = now() - start;
}

static struct cyt_corpus *
opened(struct cyt_ctx **ctx)
{
	struct cyt_corpus *corpus;

	if (cyt_ctx_new(ctx) < 0 || cyt_corpus_open(*ctx, snapshot(), NULL, &corpus) < 0)
		die("cannot open the snapshot");
	return corpus;
}

static void
measure_open(struct sample *sample)
{
	struct cyt_ctx *ctx;
	double start = now();

	opened(&ctx);
	sample->seconds = now() - start;
}

static int
count_bytes(void *data, const char *text, size_t length)
{
	(void)text;
	*(size_t *)data += length;
	return 0;
}

typedef int (*question)(struct cyt_corpus *corpus, const char *subject, const char *instrument,
			const struct cyt_terms *terms, struct cyt_result **out);

static int
compare_doubles(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;

	return a < b ? -1 : a > b;
}

#define ROUNDS 15

/* Median over some subjects; with JSON if asked for. */
static void
measure_question(struct sample *sample, question ask, const char *const *subjects, bool json)
{
	double times[ROUNDS], start;
	struct cyt_corpus *corpus;
	struct cyt_result *result;
	struct cyt_terms *terms;
	struct cyt_ctx *ctx;
	size_t bytes = 0;
	int i;

	corpus = opened(&ctx);
	if (cyt_terms_new(ctx, AS_AT, &terms) < 0)
		die("no memory");
	for (i = 0; i < ROUNDS; i++) {
		start = now();
		if (ask(corpus, subjects[i % 3], INSTRUMENT, terms, &result) < 0)
			die("no answer");
		if (json && cyt_export_json(result, count_bytes, &bytes) < 0)
			die("no JSON");
		times[i] = now() - start;
		cyt_result_unref(result);
	}
	qsort(times, ROUNDS, sizeof(*times), compare_doubles);
	sample->seconds = times[ROUNDS / 2];
	sample->value = (double)bytes / ROUNDS;
}

static const char *const some_laws[] = { "law-000000", "law-000001", "law-000002" };
static const char *const some_countries[] = { "AA", "BA", "CA" };

static void
measure_coverage_of_law(struct sample *sample)
{
	measure_question(sample, cyt_query_coverage, some_laws, false);
}

static void
measure_coverage_as_json(struct sample *sample)
{
	measure_question(sample, cyt_query_coverage, some_laws, true);
}

static void
measure_coverage_of_country(struct sample *sample)
{
	measure_question(sample, cyt_query_coverage, some_countries, false);
}

static void
measure_gaps(struct sample *sample)
{
	measure_question(sample, cyt_query_gaps, some_laws, false);
}

static void
measure_beyond(struct sample *sample)
{
	measure_question(sample, cyt_query_beyond, some_laws, false);
}

#ifdef HAVE_SQLITE
static void
sql(sqlite3 *db, const char *text)
{
	if (sqlite3_exec(db, text, NULL, NULL, NULL) != SQLITE_OK)
		die(sqlite3_errmsg(db));
}

/* Claims without their cases: which provision of which law says something on which concept. */
static void
fill_database(sqlite3 *db, const struct cyt_corpus *corpus)
{
	const struct cyt_instrument *instrument = cyt_corpus_instrument_find(corpus, INSTRUMENT);
	sqlite3_stmt *claim, *demand;
	size_t i, k, m;

	sql(db, "create table demand(article text, id text, concept text);"
		"create table claim(law text, provision text, concept text); begin");
	sqlite3_prepare_v2(db, "insert into demand values(?,?,?)", -1, &demand, NULL);
	sqlite3_prepare_v2(db, "insert into claim values(?,?,?)", -1, &claim, NULL);
	for (i = 0; i < cyt_instrument_article_count(instrument); i++) {
		const struct cyt_article *article = cyt_instrument_article_at(instrument, i);

		for (k = 0; k < cyt_article_demand_count(article); k++) {
			const struct cyt_demand *row = cyt_article_demand_at(article, k);

			sqlite3_bind_text(demand, 1, cyt_article_id(article), -1, SQLITE_STATIC);
			sqlite3_bind_text(demand, 2, cyt_demand_id(row), -1, SQLITE_STATIC);
			sqlite3_bind_text(demand, 3, cyt_concept_id(cyt_demand_concept(row)), -1,
					  SQLITE_STATIC);
			sqlite3_step(demand);
			sqlite3_reset(demand);
		}
	}
	for (i = 0; i < cyt_corpus_law_count(corpus); i++) {
		const struct cyt_law *law = cyt_corpus_law_at(corpus, i);

		for (k = 0; k < cyt_law_provision_count(law); k++) {
			const struct cyt_provision *provision = cyt_law_provision_at(law, k);
			const struct cyt_element *child =
				cyt_element_first(cyt_provision_element(provision));

			for (m = 0; child; child = cyt_element_next(child), m++) {
				if (strcmp(cyt_element_name(child), "supply") != 0)
					continue;
				sqlite3_bind_text(claim, 1, cyt_law_id(law), -1, SQLITE_STATIC);
				sqlite3_bind_text(claim, 2, cyt_provision_id(provision), -1,
						  SQLITE_STATIC);
				sqlite3_bind_text(claim, 3,
						  cyt_element_attribute(child, "concepts"), -1,
						  SQLITE_STATIC);
				sqlite3_step(claim);
				sqlite3_reset(claim);
			}
		}
	}
	sqlite3_finalize(claim);
	sqlite3_finalize(demand);
	sql(db, "commit; create index by_law on claim(law, concept)");
}

static sqlite3 *
database(double *seconds)
{
	struct cyt_ctx *ctx;
	struct cyt_corpus *corpus = opened(&ctx);
	double start = now();
	sqlite3 *db;

	if (sqlite3_open(":memory:", &db) != SQLITE_OK)
		die("no database");
	fill_database(db, corpus);
	*seconds = now() - start;
	cyt_corpus_unref(corpus);
	return db;
}

static void
measure_sqlite_fill(struct sample *sample)
{
	database(&sample->seconds);
}

static void
measure_sqlite_coverage(struct sample *sample)
{
	double times[ROUNDS], start, fill;
	sqlite3 *db = database(&fill);
	sqlite3_stmt *ask;
	int i;

	sqlite3_prepare_v2(db,
			   "select demand.article, demand.id, demand.concept, claim.provision "
			   "from demand left join claim on claim.law = ? "
			   "and claim.concept = demand.concept",
			   -1, &ask, NULL);
	for (i = 0; i < ROUNDS; i++) {
		start = now();
		sqlite3_bind_text(ask, 1, some_laws[i % 3], -1, SQLITE_STATIC);
		while (sqlite3_step(ask) == SQLITE_ROW)
			sample->value++;
		sqlite3_reset(ask);
		times[i] = now() - start;
	}
	qsort(times, ROUNDS, sizeof(*times), compare_doubles);
	sample->seconds = times[ROUNDS / 2];
}
#endif

/* -- what is printed ---------------------------------------------------------------------------- */

static void
print_rate(const char *what, const struct sample *sample, const struct sample *sax)
{
	printf("%-34s %8.3f s %7.0f MB/s %8.2f x SAX %8.0f MB\n", what, sample->seconds,
	       (double)bench.bytes / 1e6 / sample->seconds, sax->seconds / sample->seconds,
	       (double)sample->peak / 1e6);
}

static void
print_time(const char *what, const struct sample *sample)
{
	printf("%-34s %8.3f ms\n", what, sample->seconds * 1e3);
}

static struct sample
print_question(const char *what, void (*measurement)(struct sample *sample))
{
	struct sample sample = measure(measurement);

	print_time(what, &sample);
	return sample;
}

static void
make_laws(void)
{
	struct cyt_corpus *corpus;
	struct cyt_ctx *ctx;
	size_t i;

	snprintf(bench.folder, sizeof(bench.folder), "bench-XXXXXX");
	if (!mkdtemp(bench.folder) || cyt_ctx_new(&ctx) < 0)
		die("no folder to work in");
	corpus = load(ctx, false);
	for (i = 0; i < bench.laws; i++)
		bench.bytes += write_law(corpus, i);
	cyt_corpus_unref(corpus);
	cyt_ctx_unref(ctx);
}

static void
remove_laws(void)
{
	char path[128];
	size_t i;

	for (i = 0; i < bench.laws; i++) {
		snprintf(path, sizeof(path), "%s/law-%06zu.xml", bench.folder, i);
		unlink(path);
	}
	rmdir(bench.folder);
	unlink(snapshot());
}

int
main(int argc, char **argv)
{
	struct sample sax, dom, own, coverage;
#ifdef HAVE_SQLITE
	struct sample flat;
#endif

	bench.root = getenv("CYT_SRCDIR") ? getenv("CYT_SRCDIR") : ".";
	bench.laws = argc > 1 ? strtoul(argv[1], NULL, 10) : 2000;
	if (bench.laws < 3)
		die("at least three laws");
	make_laws();
	printf("%zu laws, %.1f KB each, %.1f MB\n\n", bench.laws,
	       (double)bench.bytes / 1e3 / (double)bench.laws, (double)bench.bytes / 1e6);

	sax = measure(measure_sax);
	print_rate("libxml2: push SAX, no callbacks", &sax, &sax);
	dom = measure(measure_dom);
	print_rate("libxml2: DOM, kept", &dom, &sax);
	own = measure(measure_load);
	print_rate("load: checked, cut, one image", &own, &sax);
	printf("\n%-34s %8.2f\n", "time of load / time of DOM", own.seconds / dom.seconds);
	printf("%-34s %8.1f KB, %.2f x XML\n", "image per law", own.value / 1e3 / (double)bench.laws,
	       own.value / (double)bench.bytes);
	printf("%-34s %8.2f\n\n", "peak of load / peak of DOM",
	       (double)own.peak / (double)dom.peak);

	print_question("save a snapshot", measure_save);
	print_question("open and verify it in full", measure_open);
	printf("\n");
	coverage = print_question("coverage of a law, with evidence", measure_coverage_of_law);
	print_question("the same, as JSON", measure_coverage_as_json);
	print_question("coverage of a country's laws", measure_coverage_of_country);
	print_question("gaps of a law, models of all laws", measure_gaps);
	print_question("beyond of a law", measure_beyond);
#ifdef HAVE_SQLITE
	printf("\n");
	print_question("SQLite: claims without cases", measure_sqlite_fill);
	flat = print_question("SQLite: flat coverage of a law", measure_sqlite_coverage);
	printf("%-34s %8.2f\n", "time of coverage / time of SQLite",
	       coverage.seconds / flat.seconds);
#else
	(void)coverage;
#endif
	remove_laws();
	return 0;
}
