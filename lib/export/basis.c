/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How many of what a document holds, and on what its facts rest. */
#include <cybertreaty/export.h>

#include <string.h>

/* The weakest of several sources counts, as in a verdict. */
static enum cyt_basis
own_basis(const struct cyt_element *element)
{
	const struct cyt_element *child = cyt_element_first(element);
	enum cyt_basis weakest = CYT_BASIS_UNKNOWN, basis;
	const char *name;

	for (; child; child = cyt_element_next(child)) {
		if (strcmp(cyt_element_name(child), "source") != 0)
			continue;
		name = cyt_element_attribute(child, "basis");
		basis = name ? cyt_basis_find(name) : CYT_BASIS_UNVERIFIED;
		if (basis > weakest)
			weakest = basis;
	}
	return weakest;
}

static enum cyt_basis
element_basis(const struct cyt_element *element)
{
	enum cyt_basis basis;

	for (; element; element = cyt_element_parent(element)) {
		basis = own_basis(element);
		if (basis != CYT_BASIS_UNKNOWN)
			return basis;
	}
	return CYT_BASIS_UNVERIFIED;
}

/* The next element below `top` in document order. */
static const struct cyt_element *
next_below(const struct cyt_element *top, const struct cyt_element *element)
{
	const struct cyt_element *next = cyt_element_first(element);

	for (; !next && element != top; element = cyt_element_parent(element))
		next = cyt_element_next(element);
	return next;
}

size_t
cyt_element_count(const struct cyt_element *element, const char *name)
{
	const struct cyt_element *below = next_below(element, element);
	size_t count = 0;

	for (; below; below = next_below(element, below))
		count += strcmp(cyt_element_name(below), name) == 0;
	return count;
}

size_t
cyt_element_fact_count(const struct cyt_element *element, const char *name, enum cyt_basis basis)
{
	const struct cyt_element *below = next_below(element, element);
	size_t count = 0;

	for (; below; below = next_below(element, below))
		if (strcmp(cyt_element_name(below), name) == 0 && element_basis(below) == basis)
			count++;
	return count;
}
