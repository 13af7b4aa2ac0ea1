/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * The whole of libcybertreaty; includes the other headers and nothing else.
 *
 * See corpus.h for loading, query.h for questions, export.h for output. What is
 * reached from a corpus or a result is borrowed from it. Threads: see each header.
 */
#ifndef CYBERTREATY_CYBERTREATY_H
#define CYBERTREATY_CYBERTREATY_H

#include <cybertreaty/base.h>
#include <cybertreaty/corpus.h>
#include <cybertreaty/export.h>
#include <cybertreaty/instrument.h>
#include <cybertreaty/law.h>
#include <cybertreaty/query.h>
#include <cybertreaty/state.h>
#include <cybertreaty/vocabulary.h>

#endif
