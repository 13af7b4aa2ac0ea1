/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the parts of the benchmark share; METHOD.md says what is measured and how. */
#ifndef BENCH_H
#define BENCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cybertreaty/cybertreaty.h>

#define AS_AT 20261121
#define INSTRUMENT "un-cybercrime-2024"
#define CONCEPT "system.access" /* of which it is asked who covers it */
#define FACTS "system.access,security=protected" /* of a case that is put to every two States */
#define STATES 193
#define SUBJECTS 16 /* laws, asked in turn */
#define ROUNDS 480 /* at most, and as many as a second allows */

struct bench {
	const char *root; /* of the sources */
	char folder[256]; /* of the laws */
	size_t laws, bytes; /* bytes: of all files */
	char **others; /* paths of the vocabulary and the instruments */
	size_t other_count, other_bytes;
};

struct sample {
	double seconds; /* NAN: not measured */
	double value;   /* what the measurement says besides */
	size_t peak;    /* bytes, beyond what the process had before */
};

typedef void (*measurement)(const struct bench *bench, struct sample *sample);

enum figure {
	SAX,
	DOM,
	DOM_KEPT,
	LOAD,
	BARE, /* notes left out */
	EMPTY, /* no laws */
	SAVE,
	OPEN,
	OPEN_BARE,
	CHECK,
	VERDICT,
	COVERAGE,
	COVERAGE_FIRST,
	COVERAGE_JSON,
	COUNTRY,
	BEYOND,
	GAPS,
	MATRIX,
	COVERING,
	DUAL,
	DUAL_AGAINST,
	SQL_FILL,
	SQL_FLAT,
	SQL_COVERAGE,
	SQL_GAPS,
	SQL_MATRIX,
	SQL_COVERING,
	FIGURES
};

/* Of one number of laws. */
struct figures {
	size_t laws, bytes, other_bytes;
	struct sample of[FIGURES];
};

_Noreturn void die(const char *what);
double now(void);
/* The median of `count` times; sorts them. */
double median(double *times, size_t count);

/* Times one question after the other; for the clock, see METHOD.md. */
struct stopwatch {
	size_t warm; /* questions before any counts */
	double times[ROUNDS], start, since;
	double first; /* of the first one, which did not count */
	size_t asked, count;
};

/* Whether to ask once more, for the i-th time; timed from stopwatch_start() to stopwatch_stop(). */
bool stopwatch_go(struct stopwatch *watch, size_t *i);
void stopwatch_start(struct stopwatch *watch);
void stopwatch_stop(struct stopwatch *watch);

struct cyt_corpus *load(const struct bench *bench, struct cyt_ctx *ctx, const char *folder);
const char *snapshot_path(const struct bench *bench);
const char *bare_path(const struct bench *bench);
const char *database_path(const struct bench *bench);
struct cyt_corpus *opened(const char *path, struct cyt_ctx **ctx);
size_t subject_number(const struct bench *bench, size_t i);

/* report.c */
void figures_print(const struct figures *all);
void figures_write(FILE *file, const struct figures *all, const char *indent);

/* laws.c */
void laws_make(struct bench *bench);
void laws_remove(const struct bench *bench);
char *law_read(const struct bench *bench, size_t number, size_t *size);
/* Of all files that are loaded: laws, then the others. NULL after the last one. */
char *any_read(const struct bench *bench, size_t number, size_t *size);
void law_id(size_t number, char id[32]);
void state_id(size_t number, char id[3]);

/* loading.c */
void measure_sax(const struct bench *bench, struct sample *sample);
void measure_dom(const struct bench *bench, struct sample *sample);
void measure_dom_kept(const struct bench *bench, struct sample *sample);
void measure_load(const struct bench *bench, struct sample *sample);
void measure_bare(const struct bench *bench, struct sample *sample);
void measure_empty(const struct bench *bench, struct sample *sample);
void measure_save(const struct bench *bench, struct sample *sample);
void measure_open(const struct bench *bench, struct sample *sample);
void measure_check(const struct bench *bench, struct sample *sample);
void measure_open_bare(const struct bench *bench, struct sample *sample);

/* asking.c */
void measure_verdict(const struct bench *bench, struct sample *sample);
void measure_coverage(const struct bench *bench, struct sample *sample);
void measure_coverage_first(const struct bench *bench, struct sample *sample);
void measure_coverage_json(const struct bench *bench, struct sample *sample);
void measure_coverage_country(const struct bench *bench, struct sample *sample);
void measure_gaps(const struct bench *bench, struct sample *sample);
void measure_beyond(const struct bench *bench, struct sample *sample);
void measure_matrix(const struct bench *bench, struct sample *sample);
void measure_covering(const struct bench *bench, struct sample *sample);
void measure_dual(const struct bench *bench, struct sample *sample);
void measure_dual_against(const struct bench *bench, struct sample *sample);

/* sqlite.c, where there is one */
void measure_sqlite_fill(const struct bench *bench, struct sample *sample);
void measure_sqlite_flat(const struct bench *bench, struct sample *sample);
void measure_sqlite_coverage(const struct bench *bench, struct sample *sample);
void measure_sqlite_gaps(const struct bench *bench, struct sample *sample);
void measure_sqlite_matrix(const struct bench *bench, struct sample *sample);
void measure_sqlite_covering(const struct bench *bench, struct sample *sample);

#endif
