/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Measures loading and asking beside what libxml2 alone, and a database, need for the same; prints a
 * table and writes bench.json. No test: it never fails for being slow. METHOD.md says what is done.
 *
 *   bench [LAWS]        2,000 laws of 60 provisions unless said otherwise
 *   bench LAWS FOLDER   only writes the laws, for a profiler */
#define _GNU_SOURCE
#include "bench.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* More documents than this are not kept as DOM: a thousand need 0.6 GB. */
#define DOM_KEPT_MAX 5000

static const struct bench *made; /* to be removed by die() */

void
die(const char *what)
{
	fprintf(stderr, "bench: %s\n", what);
	if (made)
		laws_remove(made);
	exit(1);
}

double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int
compare_doubles(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;

	return a < b ? -1 : a > b;
}

double
median(double *times, size_t count)
{
	qsort(times, count, sizeof(*times), compare_doubles);
	return times[count / 2];
}

struct cyt_corpus *
load(const struct bench *bench, struct cyt_ctx *ctx, bool with_laws)
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
		snprintf(path, sizeof(path), "%s/%s", bench->root, parts[i]);
		cyt_loader_add_path(loader, path);
	}
	if (with_laws)
		cyt_loader_add_path(loader, bench->folder);
	if (cyt_loader_finish(loader, diags, &corpus) < 0)
		die(cyt_diags_count(diags) ? cyt_diag_text(cyt_diags_at(diags, 0)) : "no corpus");
	cyt_diags_unref(diags);
	cyt_loader_free(loader);
	return corpus;
}

const char *
snapshot_path(const struct bench *bench)
{
	static char path[512];

	snprintf(path, sizeof(path), "%s.cyt", bench->folder);
	return path;
}

struct cyt_corpus *
opened(const struct bench *bench, struct cyt_ctx **ctx)
{
	struct cyt_corpus *corpus;

	if (cyt_ctx_new(ctx) < 0 ||
	    cyt_corpus_open(*ctx, snapshot_path(bench), NULL, &corpus) < 0)
		die("cannot open the snapshot");
	return corpus;
}

static size_t
peak_memory(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return (size_t)usage.ru_maxrss * 1024;
}

static struct sample
measure_once(const struct bench *bench, measurement what)
{
	struct sample sample = { 0 };
	int pipes[2], status;
	size_t before;
	pid_t child;

	fflush(stdout);
	if (pipe(pipes) < 0 || (child = fork()) < 0)
		die("no process");
	if (child == 0) {
		made = NULL;
		before = peak_memory();
		what(bench, &sample);
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
keep_best(struct sample *best, struct sample sample)
{
	if (isnan(best->seconds) || sample.seconds < best->seconds)
		*best = sample;
}

struct sample
measure(const struct bench *bench, measurement what, unsigned rounds)
{
	struct sample best = { .seconds = NAN };

	while (rounds-- > 0)
		keep_best(&best, measure_once(bench, what));
	return best;
}

/* -- all of it ---------------------------------------------------------------------------------- */

struct figures {
	struct sample sax, dom, dom_kept, load, save, open;
	struct sample coverage, json, country, gaps, beyond, matrix, dual;
	struct sample fill, flat;
};

/* In turns, so that what else the machine does meets all of them. */
static void
measure_loading(const struct bench *bench, struct figures *all)
{
	unsigned rounds = bench->laws <= 500 ? 9 : bench->laws <= DOM_KEPT_MAX ? 3 : 1;

	all->sax.seconds = all->dom.seconds = all->dom_kept.seconds = all->load.seconds = NAN;
	while (rounds-- > 0) {
		keep_best(&all->sax, measure_once(bench, measure_sax));
		keep_best(&all->dom, measure_once(bench, measure_dom));
		if (bench->laws <= DOM_KEPT_MAX)
			keep_best(&all->dom_kept, measure_once(bench, measure_dom_kept));
		keep_best(&all->load, measure_once(bench, measure_load));
	}
	all->save = measure(bench, measure_save, 1);
	all->open = measure(bench, measure_open, 5);
}

static void
measure_asking(const struct bench *bench, struct figures *all)
{
	all->coverage = measure(bench, measure_coverage, 3);
	all->json = measure(bench, measure_coverage_json, 1);
	all->country = measure(bench, measure_coverage_country, 1);
	all->beyond = measure(bench, measure_beyond, 1);
	all->gaps = measure(bench, measure_gaps, 1);
	all->matrix = measure(bench, measure_matrix, 1);
	all->dual = measure(bench, measure_dual_pairs, 1);
	all->fill.seconds = all->flat.seconds = NAN;
#ifdef HAVE_SQLITE
	all->fill = measure(bench, measure_sqlite_fill, 1);
	all->flat = measure(bench, measure_sqlite_coverage, 3);
#endif
}

/* -- what is printed ---------------------------------------------------------------------------- */

static void
print_rate(const struct bench *bench, const char *what, const struct sample *sample,
	   const struct figures *all)
{
	if (isnan(sample->seconds))
		return;
	printf("%-34s %8.3f s %7.0f MB/s %8.2f x SAX %8.0f MB\n", what, sample->seconds,
	       (double)bench->bytes / 1e6 / sample->seconds,
	       all->sax.seconds / sample->seconds, (double)sample->peak / 1e6);
}

static void
print_time(const char *what, const struct sample *sample)
{
	if (!isnan(sample->seconds))
		printf("%-34s %10.3f ms\n", what, sample->seconds * 1e3);
}

static void
print_table(const struct bench *bench, const struct figures *all)
{
	print_rate(bench, "libxml2: push SAX, no callbacks", &all->sax, all);
	print_rate(bench, "libxml2: DOM, freed at once", &all->dom, all);
	print_rate(bench, "libxml2: DOM, kept", &all->dom_kept, all);
	print_rate(bench, "load: checked, cut, one image", &all->load, all);
	printf("%-34s %10.1f KB, %.2f x XML\n\n", "image per law",
	       all->load.value / 1e3 / (double)bench->laws,
	       all->load.value / (double)bench->bytes);
	print_time("save a snapshot", &all->save);
	print_time("open and verify it", &all->open);
	printf("\n");
	print_time("coverage of a law, with evidence", &all->coverage);
	print_time("the same, as JSON", &all->json);
	print_time("coverage of a country's laws", &all->country);
	print_time("beyond of a law", &all->beyond);
	print_time("gaps of a law, models of all laws", &all->gaps);
	print_time("matrix of all laws, verdicts only", &all->matrix);
	print_time("dual criminality, 20 laws in pairs", &all->dual);
	printf("\n");
	print_time("SQLite: fill from the snapshot", &all->fill);
	print_time("SQLite: flat coverage of a law", &all->flat);
}

static void
write_number(FILE *file, const char *name, double number)
{
	if (isnan(number))
		fprintf(file, ",\n  \"%s\": null", name);
	else
		fprintf(file, ",\n  \"%s\": %.6g", name, number);
}

static void
write_json(const struct bench *bench, const struct figures *all)
{
	FILE *file = fopen("bench.json", "w");

	if (!file)
		die("cannot write bench.json");
	fprintf(file, "{\n  \"n\": %zu", bench->laws);
	write_number(file, "xml_bytes", (double)bench->bytes);
	write_number(file, "image_bytes", all->load.value);
	write_number(file, "load_s", all->load.seconds);
	write_number(file, "load_vs_sax", all->sax.seconds / all->load.seconds);
	write_number(file, "load_vs_dom", all->dom.seconds / all->load.seconds);
	write_number(file, "load_vs_dom_kept", all->dom_kept.seconds / all->load.seconds);
	write_number(file, "peak_mb", (double)all->load.peak / 1e6);
	write_number(file, "dom_peak_mb",
		     isnan(all->dom_kept.seconds) ? NAN : (double)all->dom_kept.peak / 1e6);
	write_number(file, "snapshot_open_ms", all->open.seconds * 1e3);
	write_number(file, "coverage_us", all->coverage.seconds * 1e6);
	write_number(file, "coverage_verdict_us",
		     all->matrix.seconds * 1e6 / all->matrix.value);
	write_number(file, "coverage_vs_sqlite", all->flat.seconds / all->coverage.seconds);
	write_number(file, "matrix_ms", all->matrix.seconds * 1e3);
	write_number(file, "dual_pairs_ms", all->dual.seconds * 1e3);
	fprintf(file, "\n}\n");
	if (fclose(file) != 0)
		die("cannot write bench.json");
}

int
main(int argc, char **argv)
{
	struct bench bench = { .root = getenv("CYT_SRCDIR") };
	struct figures all = { 0 };

	bench.root = bench.root ? bench.root : ".";
	bench.laws = argc > 1 ? strtoul(argv[1], NULL, 10) : 2000;
	if (bench.laws < 3)
		die("at least three laws");
	snprintf(bench.folder, sizeof(bench.folder), "%s", argc > 2 ? argv[2] : "bench-XXXXXX");
	if (argc <= 2 && !mkdtemp(bench.folder))
		die("no folder to work in");
	made = argc <= 2 ? &bench : NULL;
	laws_make(&bench);
	if (argc > 2)
		return 0;
	printf("%zu laws, %.1f KB each, %.1f MB\n\n", bench.laws,
	       (double)bench.bytes / 1e3 / (double)bench.laws, (double)bench.bytes / 1e6);
	measure_loading(&bench, &all);
	measure_asking(&bench, &all);
	laws_remove(&bench);
	print_table(&bench, &all);
	write_json(&bench, &all);
	return 0;
}
