/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The context: counted, holds the allocator. */
#include "base/ctx.h"

int
cyt_ctx_new_with(cyt_resize resize, void *data, struct cyt_ctx **out)
{
	struct cyt_alloc_hooks hooks = { resize, data };
	struct cyt_ctx *ctx;

	*out = NULL;
	if (!resize)
		return CYT_ERR_INVALID;
	ctx = alloc_zero(&hooks, 1, sizeof(*ctx));
	if (!ctx)
		return CYT_ERR_NOMEM;
	atomic_init(&ctx->refs, 1);
	ctx->hooks = hooks;
	*out = ctx;
	return 0;
}

int
cyt_ctx_new(struct cyt_ctx **out)
{
	return cyt_ctx_new_with(alloc_default.resize, alloc_default.data, out);
}

struct cyt_ctx *
cyt_ctx_ref(struct cyt_ctx *ctx)
{
	atomic_fetch_add_explicit(&ctx->refs, 1, memory_order_relaxed);
	return ctx;
}

void
cyt_ctx_unref(struct cyt_ctx *ctx)
{
	struct cyt_alloc_hooks hooks;

	if (!ctx || atomic_fetch_sub_explicit(&ctx->refs, 1, memory_order_acq_rel) != 1)
		return;
	/* The hooks live in the block that they free. */
	hooks = ctx->hooks;
	alloc_free(&hooks, ctx);
}
