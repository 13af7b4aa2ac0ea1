/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A corpus that is written and read again is the same. */
#ifndef TESTS_FUZZ_AGAIN_H
#define TESTS_FUZZ_AGAIN_H

#include <cybertreaty/cybertreaty.h>

#include <stddef.h>
#include <stdint.h>

/* 0 for one with so many cases that asking everything takes seconds: that is slow, and no fault. */
int again_is_bearable(const struct cyt_corpus *corpus);

void again_as_documents(struct cyt_corpus *corpus);
void again_as_rows(struct cyt_corpus *corpus);
void again_as_snapshot(struct cyt_corpus *corpus);

/* What is saved of a corpus; the caller frees it. */
uint8_t *again_bytes(const struct cyt_corpus *corpus, size_t *size);

/* Bytes opened as a snapshot, on a copy of just their size, or mapped; NULL if they are refused. */
struct cyt_corpus *again_open(const void *bytes, size_t size, int mapped, struct cyt_diags *diags);
void again_close(struct cyt_corpus *corpus, int mapped);

#endif
