/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the parts of the benchmark share; METHOD.md says what is measured and how. */
#ifndef BENCH_H
#define BENCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cybertreaty/cybertreaty.h>

#define AS_AT 20261121
#define INSTRUMENT "un-cybercrime-2024"

struct bench {
	const char *root; /* of the sources */
	char folder[256]; /* of the laws */
	size_t laws, bytes;
};

struct sample {
	double seconds; /* NAN: not measured */
	double value;   /* what the measurement says besides */
	size_t peak;    /* bytes, beyond what the process had before */
};

typedef void (*measurement)(const struct bench *bench, struct sample *sample);

_Noreturn void die(const char *what);
double now(void);

/* The best of some rounds, each in a process of its own. */
struct sample measure(const struct bench *bench, measurement what, unsigned rounds);
/* The median of `count` times; sorts them. */
double median(double *times, size_t count);

struct cyt_corpus *load(const struct bench *bench, struct cyt_ctx *ctx, bool with_laws);
const char *snapshot_path(const struct bench *bench);
struct cyt_corpus *opened(const struct bench *bench, struct cyt_ctx **ctx);

/* laws.c */
void laws_make(struct bench *bench);
void laws_remove(const struct bench *bench);
char *law_read(const struct bench *bench, size_t number, size_t *size);
void law_id(size_t number, char id[32]);

/* loading.c */
void measure_sax(const struct bench *bench, struct sample *sample);
void measure_dom(const struct bench *bench, struct sample *sample);
void measure_dom_kept(const struct bench *bench, struct sample *sample);
void measure_load(const struct bench *bench, struct sample *sample);
void measure_save(const struct bench *bench, struct sample *sample);
void measure_open(const struct bench *bench, struct sample *sample);

/* asking.c */
void measure_coverage(const struct bench *bench, struct sample *sample);
void measure_coverage_json(const struct bench *bench, struct sample *sample);
void measure_coverage_country(const struct bench *bench, struct sample *sample);
void measure_gaps(const struct bench *bench, struct sample *sample);
void measure_beyond(const struct bench *bench, struct sample *sample);
void measure_matrix(const struct bench *bench, struct sample *sample);
void measure_dual_pairs(const struct bench *bench, struct sample *sample);

/* sqlite.c, where there is one */
void measure_sqlite_fill(const struct bench *bench, struct sample *sample);
void measure_sqlite_coverage(const struct bench *bench, struct sample *sample);

#endif
