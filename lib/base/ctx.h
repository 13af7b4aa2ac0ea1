/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The context: where memory comes from. */
#ifndef BASE_CTX_H
#define BASE_CTX_H

#include <cybertreaty/corpus.h>

#include <stdatomic.h>

#include "base/alloc.h"

struct cyt_ctx {
	atomic_uint refs;
	struct cyt_alloc_hooks hooks;
};

#endif
