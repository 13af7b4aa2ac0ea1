/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the fuzz targets share. A target is one file with fuzz_name and LLVMFuzzerTestOneInput();
 * libFuzzer calls it, or replay.c where there is none. */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <cybertreaty/cybertreaty.h>

#include <stddef.h>
#include <stdint.h>

extern const char fuzz_name[];

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
size_t LLVMFuzzerMutate(uint8_t *bytes, size_t size, size_t most);
/* Only targets whose inputs ask for better than random bytes have it. */
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t most, unsigned int seed);

/* An input made of names, up to a NULL, that a list of seeds has after a '='; only targets whose inputs
 * no file of the tree can be have it. The caller frees it; NULL if the names are wrong. */
uint8_t *fuzz_seed_of(const char *const *names, size_t *size);

/* A fault that no sanitizer sees; does not come back. */
void fuzz_fail(const char *what) __attribute__((noreturn));
#define FUZZ_REQUIRE(condition)                \
	do {                                   \
		if (!(condition))              \
			fuzz_fail(#condition); \
	} while (0)

/* A context that lives as long as the process. */
struct cyt_ctx *fuzz_ctx(void);

/* Files and folders of the source tree, up to a NULL; NULL if they do not load. */
struct cyt_corpus *fuzz_load_tree(const char *const *names);

/* A vocabulary, instruments, laws and States that inputs are laid over; lives as long. */
struct cyt_corpus *fuzz_base(void);

/* A growing text that is a sink; the owner frees the bytes. */
struct fuzz_text {
	char *bytes;
	size_t length, capacity;
};
int fuzz_sink(void *data, const char *bytes, size_t length);

/* Puts some questions and writes the answers down in every form; what is written as JSON has to be JSON.
 * Which questions is for chance to say. */
void fuzz_ask(struct cyt_corpus *corpus, cyt_date as_at, uint64_t chance);

/* Reads all of a corpus by way of what others have: every getter of everything. */
void fuzz_walk(struct cyt_corpus *corpus);

/* The chance of an input. */
uint64_t fuzz_chance(const uint8_t *bytes, size_t size);

/* The same of one result, which is given back. */
void fuzz_write(struct cyt_result *result);

/* Fails unless an error is one that a question may have. */
void fuzz_check_error(int err);

/* The i-th of some pseudo-random numbers below `end` that a seed gives. */
uint32_t fuzz_below(uint64_t *seed, uint32_t end);

#endif
