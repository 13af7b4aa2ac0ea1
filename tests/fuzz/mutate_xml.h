/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Mutations of XML that leave it well-formed. */
#ifndef TESTS_FUZZ_MUTATE_XML_H
#define TESTS_FUZZ_MUTATE_XML_H

#include <stddef.h>
#include <stdint.h>

size_t mutate_xml(uint8_t *bytes, size_t size, size_t most, unsigned int seed);

#endif
