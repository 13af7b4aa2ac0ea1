/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The same question to everybody: to each jurisdiction, or to each law. */
#ifndef QUERY_HOLDER_H
#define QUERY_HOLDER_H

#include "query/query.h"

/* Answers for query->subject. What it allocates in query->scratch goes with that subject. */
typedef int (*holder_answer)(struct query *query, struct cyt_holder *out);

/* Every jurisdiction that a state or a law has, by id. 0 or CYT_ERR_NOMEM. */
int ask_every_jurisdiction(struct query *query, holder_answer answer);
/* A law, if it counts on the date without being the subject by name. */
int ask_law(struct query *query, const struct cyt_law *law, holder_answer answer);
/* Every law that counts on the date without being the subject by name, in the order of the corpus. */
int ask_every_law(struct query *query, holder_answer answer);

#endif
