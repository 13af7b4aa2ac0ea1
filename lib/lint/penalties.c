/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Penalties whose least is more than their most. */
#include "lint/lint.h"

#include <string.h>

/* The digits at the beginning as a number: huge ones are only compared. */
static double
read_digits(const char **at)
{
	double number = 0;

	for (; **at >= '0' && **at <= '9'; (*at)++)
		number = number * 10 + (**at - '0');
	return number;
}

/* "300", "0.5" or "1/3", as the grammar has it. */
static double
read_number(const char *text)
{
	double number = read_digits(&text), under, tenth = 1;

	if (*text == '/') {
		text++;
		under = read_digits(&text);
		return under > 0 ? number / under : number;
	}
	if (*text == '.')
		for (text++; *text >= '0' && *text <= '9'; text++)
			number += (*text - '0') * (tenth /= 10);
	return number;
}

static bool
number_is_more(const char *least, const char *most)
{
	return read_number(least) > read_number(most);
}

/* P1Y6M10D as 18 months and 10 days. */
static void
read_duration(const char *text, double *months, double *days)
{
	double number;

	*months = *days = 0;
	text += *text == 'P';
	while (*text) {
		number = read_digits(&text);
		if (!*text)
			return;
		if (*text++ == 'D')
			*days += number;
		else
			*months += text[-1] == 'Y' ? 12 * number : number;
	}
}

/* Only what is longer whichever months are meant: 31 days are no more than a month. */
static bool
duration_is_more(const char *least, const char *most)
{
	double months, days, most_months, most_days;

	read_duration(least, &months, &days);
	read_duration(most, &most_months, &most_days);
	months -= most_months;
	days -= most_days;
	return months * (months > 0 ? 28 : 31) + days > 0;
}

/* Factors are no range: a law may raise the least by a half and the most by a third (Argentina, art. 303(2)). */
static const struct range {
	enum attribute least, most;
	bool (*is_more)(const char *least, const char *most);
} ranges[] = {
	{ ATTRIBUTE_PRISON_MIN, ATTRIBUTE_PRISON_MAX, duration_is_more },
	{ ATTRIBUTE_PRISON_ADD_MIN, ATTRIBUTE_PRISON_ADD_MAX, duration_is_more },
	{ ATTRIBUTE_FINE_MIN, ATTRIBUTE_FINE_MAX, number_is_more },
};

static void
check_ranges(struct lint *lint, const struct img_node *node)
{
	const char *least, *most;

	for (size_t i = 0; i < sizeof(ranges) / sizeof(*ranges); i++) {
		least = image_attribute(lint->image, node, ranges[i].least);
		most = image_attribute(lint->image, node, ranges[i].most);
		if (least && most && ranges[i].is_more(least, most))
			lint_report(lint, DIAG_LEAST_ABOVE_MOST, node, "`%s` is %s, `%s` is %s",
				    attribute_name(ranges[i].least), least,
				    attribute_name(ranges[i].most), most);
	}
}

void
lint_penalties(struct lint *lint)
{
	uint32_t i, count = image_count(lint->image, SECTION_NODE);
	const struct img_node *node;

	for (i = 0; i < count && !lint->error; i++) {
		node = lint_node(lint, i);
		if (node->element == ELEMENT_PENALTY || node->element == ELEMENT_AGGRAVATION)
			check_ranges(lint, node);
	}
}
