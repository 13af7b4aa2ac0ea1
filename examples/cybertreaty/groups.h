/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Findings that say the same, so that it is printed once. */
#ifndef GROUPS_H
#define GROUPS_H

#include <stdbool.h>

#include <cybertreaty/cybertreaty.h>

#include "text.h"
#include "tongue.h"

/* A sentence about a demand on one concept. */
struct saying {
	const struct cyt_demand *demand; /* NULL where only the concept is known */
	const struct cyt_concept *concept;
	const struct cyt_row_finding *row; /* NULL where there is none */
	/* "Alternative 2: " and the like, "" for a plain one; NULL for what the modality of the demand
	 * says. */
	const char *standing;
	const char *sentence;
};

struct group {
	struct tongue *tongue;
	const struct cyt_demand **demands;
	const struct cyt_concept **concepts;
	const struct cyt_row_finding **rows;
	size_t count;
	struct buffer standing;
	struct buffer key; /* what is said, with a mark where the concept's label stood */
};

/* In the order of their first sayings; begin with {.tongue = ...}. */
struct groups {
	struct tongue *tongue;
	struct group *at;
	size_t count;
};

/* Joins a group that says the same, or begins one; the texts are copied. */
void groups_add(struct groups *groups, const struct saying *saying);
void groups_release(struct groups *groups);

/* "9(1)", or "11(1)(a), (b)" as the numbers allow. */
void group_citation(const struct group *group, struct buffer *out);
/* What is said, once for all; with the name of the concepts if the group is not alone. */
void group_sentence(const struct group *group, bool alone, struct buffer *out);

/* The citation in a first column, then standing and sentence. */
void group_print(const struct group *group, bool alone, struct text *text);

#endif
