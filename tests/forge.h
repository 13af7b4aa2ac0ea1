/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Forging snapshots: changes that no checksum gives away. */
#ifndef TESTS_FORGE_H
#define TESTS_FORGE_H

#include <stddef.h>
#include <stdint.h>

#include "model/image.h"

/* New checksums for the header and for all sections that lie within the image. */
void forge_seal(struct image *image, size_t size);

/* A random number below `end`. */
uint32_t forge_below(uint64_t *seed, uint32_t end);

/* Changes a number or a few bytes somewhere: sections of few rows as often as those of many, for
 * there the fields are. `layout` is a sound image of the same shape. */
void forge_change(struct image *image, const struct image *layout, uint64_t *seed);

#endif
