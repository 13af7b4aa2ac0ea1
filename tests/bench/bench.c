/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Measures loading and asking beside what libxml2 alone, and a database, need for the same; prints a
 * table and writes bench.json. No test: it never fails for being slow. METHOD.md says what is done.
 *
 *   bench               200, 2,000 and 20,000 laws of 60 provisions
 *   bench LAWS          so many
 *   bench LAWS FOLDER   only writes the laws, for a profiler */
#define _GNU_SOURCE
#include "bench.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
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
load(const struct bench *bench, struct cyt_ctx *ctx, const char *folder)
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
	if (folder)
		cyt_loader_add_path(loader, folder);
	if (cyt_loader_finish(loader, diags, &corpus) < 0)
		die(cyt_diags_count(diags) ? cyt_diag_text(cyt_diags_at(diags, 0)) : "no corpus");
	cyt_diags_unref(diags);
	cyt_loader_free(loader);
	return corpus;
}

/* Beside the folder of the laws. */
static const char *
path_beside(const struct bench *bench, const char *ending)
{
	static char path[512];

	snprintf(path, sizeof(path), "%s%s", bench->folder, ending);
	return path;
}

const char *
snapshot_path(const struct bench *bench)
{
	return path_beside(bench, ".cyt");
}

const char *
bare_path(const struct bench *bench)
{
	return path_beside(bench, ".bare.cyt");
}

const char *
database_path(const struct bench *bench)
{
	return path_beside(bench, ".db");
}

struct cyt_corpus *
opened(const char *path, struct cyt_ctx **ctx)
{
	struct cyt_corpus *corpus;

	if (cyt_ctx_new(ctx) < 0 || cyt_corpus_open(*ctx, path, NULL, &corpus) < 0)
		die("cannot open the snapshot");
	return corpus;
}

size_t
subject_number(const struct bench *bench, size_t i)
{
	return i % SUBJECTS * bench->laws / SUBJECTS;
}

/* -- the clock -------------------------------------------------------------------------------- */

/* Until there are enough or a second is over. */
bool
stopwatch_go(struct stopwatch *watch, size_t *i)
{
	*i = watch->asked;
	if (watch->asked == watch->warm)
		watch->since = now();
	if (watch->count == 0)
		return true;
	return watch->count < ROUNDS && now() - watch->since < 1;
}

void
stopwatch_start(struct stopwatch *watch)
{
	watch->start = now();
}

void
stopwatch_stop(struct stopwatch *watch)
{
	double time = now() - watch->start;

	if (watch->asked == 0)
		watch->first = time;
	if (watch->asked++ >= watch->warm)
		watch->times[watch->count++] = time;
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

/* -- all of it ---------------------------------------------------------------------------------- */

static void
measure(const struct bench *bench, struct figures *all, enum figure figure, measurement what,
	unsigned rounds)
{
	while (rounds-- > 0)
		keep_best(&all->of[figure], measure_once(bench, what));
}

/* In turns, so that what else the machine does meets all of them. */
static void
measure_loading(const struct bench *bench, struct figures *all)
{
	unsigned rounds = bench->laws <= 500 ? 9 : bench->laws <= DOM_KEPT_MAX ? 5 : 2;

	while (rounds-- > 0) {
		measure(bench, all, SAX, measure_sax, 1);
		measure(bench, all, DOM, measure_dom, 1);
		if (bench->laws <= DOM_KEPT_MAX)
			measure(bench, all, DOM_KEPT, measure_dom_kept, 1);
		measure(bench, all, LOAD, measure_load, 1);
	}
	measure(bench, all, EMPTY, measure_empty, 1);
	measure(bench, all, BARE, measure_bare, 1);
	measure(bench, all, SAVE, measure_save, 1);
	measure(bench, all, OPEN, measure_open, 5);
	measure(bench, all, OPEN_BARE, measure_open_bare, 5);
	measure(bench, all, CHECK, measure_check, 2);
}

static void
measure_asking(const struct bench *bench, struct figures *all)
{
	measure(bench, all, VERDICT, measure_verdict, 3);
	measure(bench, all, COVERAGE, measure_coverage, 3);
	measure(bench, all, COVERAGE_FIRST, measure_coverage_first, 3);
	measure(bench, all, COVERAGE_JSON, measure_coverage_json, 1);
	measure(bench, all, COUNTRY, measure_coverage_country, 3);
	measure(bench, all, BEYOND, measure_beyond, 3);
	measure(bench, all, GAPS, measure_gaps, 3);
	measure(bench, all, MATRIX, measure_matrix, 5);
	measure(bench, all, COVERING, measure_covering, 3);
	measure(bench, all, DUAL, measure_dual, 3);
	measure(bench, all, DUAL_AGAINST, measure_dual_against, 1);
}

static void
measure_peer(const struct bench *bench, struct figures *all)
{
#ifdef HAVE_SQLITE
	measure(bench, all, SQL_FILL, measure_sqlite_fill, 1);
	measure(bench, all, SQL_FLAT, measure_sqlite_flat, 3);
	measure(bench, all, SQL_COVERAGE, measure_sqlite_coverage, 3);
	measure(bench, all, SQL_GAPS, measure_sqlite_gaps, 1);
	measure(bench, all, SQL_MATRIX, measure_sqlite_matrix, 1);
	measure(bench, all, SQL_COVERING, measure_sqlite_covering, 1);
#else
	(void)bench;
	(void)all;
#endif
}

static void
make_folder(struct bench *bench, const char *folder)
{
	snprintf(bench->folder, sizeof(bench->folder), "%s", folder ? folder : "bench-XXXXXX");
	if (folder ? mkdir(folder, 0777) < 0 && errno != EEXIST : !mkdtemp(bench->folder))
		die("no folder to work in");
	made = folder ? NULL : bench;
	bench->bytes = bench->other_bytes = 0;
	laws_make(bench);
}

static struct figures
run(struct bench *bench)
{
	struct figures all;
	size_t i;

	for (i = 0; i < FIGURES; i++)
		all.of[i] = (struct sample){ .seconds = NAN, .value = NAN };
	make_folder(bench, NULL);
	all.laws = bench->laws;
	all.bytes = bench->bytes;
	all.other_bytes = bench->other_bytes;
	measure_loading(bench, &all);
	measure_asking(bench, &all);
	measure_peer(bench, &all);
	laws_remove(bench);
	made = NULL;
	figures_print(&all);
	fflush(stdout);
	return all;
}

/* The keys of the last run, which has most laws, and `runs` with all of them. */
static void
write_json(const struct figures *runs, size_t count)
{
	FILE *file = fopen("bench.json", "w");
	size_t i;

	if (!file)
		die("cannot write bench.json");
	fprintf(file, "{\n");
	figures_write(file, &runs[count - 1], "  ");
	fprintf(file, ",\n  \"runs\": [");
	for (i = 0; i < count; i++) {
		fprintf(file, i ? ", {\n" : "{\n");
		figures_write(file, &runs[i], "    ");
		fprintf(file, "\n  }");
	}
	fprintf(file, "]\n}\n");
	if (fclose(file) != 0)
		die("cannot write bench.json");
}

int
main(int argc, char **argv)
{
	static const size_t sizes[] = { 200, 2000, 20000 };
	struct bench bench = { .root = getenv("CYT_SRCDIR") };
	struct figures runs[3];
	size_t count = argc > 1 ? 1 : 3, i;

	bench.root = bench.root ? bench.root : ".";
	for (i = 0; i < count; i++) {
		bench.laws = argc > 1 ? strtoul(argv[1], NULL, 10) : sizes[i];
		if (bench.laws < STATES)
			die("at least 193 laws: every State has one");
		if (argc > 2) {
			make_folder(&bench, argv[2]);
			return 0;
		}
		runs[i] = run(&bench);
	}
	write_json(runs, count);
	return 0;
}
