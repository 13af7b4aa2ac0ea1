/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Findings that say the same, so that it is printed once. */
#include "groups.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "wording.h"

/* Stand for the label of the concept; the second where it begins a sentence. */
#define LABEL "\001"
#define LABEL_FIRST "\002"

/* The label as it stands in the library's sentences; a mark of its language follows it there. */
static const char *
label_of(const struct tongue *tongue, const struct cyt_concept *concept)
{
	return cyt_concept_label(concept, cyt_sentence_lang(tongue->lang));
}

/* Length of the label if the text begins with it, as it is or with a capital. */
static size_t
label_at(const char *text, const char *label, bool *capital)
{
	size_t length = strlen(label);

	if (!length || strncmp(text + 1, label + 1, length - 1) != 0)
		return 0;
	*capital = *text != *label;
	if (*capital && *text != (char)toupper((unsigned char)*label))
		return 0;
	return length;
}

static void
add_marked(struct buffer *out, const char *text, const char *label)
{
	size_t length;
	bool capital;

	while (*text) {
		length = label_at(text, label, &capital);
		if (length)
			buffer_add(out, capital ? LABEL_FIRST : LABEL);
		else
			buffer_addn(out, text, 1);
		text += length ? length : 1;
	}
}

static struct group *
find_group(const struct groups *groups, const char *standing, const char *key)
{
	size_t i;

	for (i = 0; i < groups->count; i++)
		if (strcmp(buffer_text(&groups->at[i].key), key) == 0 &&
		    strcmp(buffer_text(&groups->at[i].standing), standing) == 0)
			return &groups->at[i];
	return NULL;
}

static struct group *
new_group(struct groups *groups, const char *standing, const char *key)
{
	struct group *group;

	groups->at = grow(groups->at, groups->count + 1, sizeof(*groups->at));
	group = &groups->at[groups->count++];
	memset(group, 0, sizeof(*group));
	group->tongue = groups->tongue;
	buffer_add(&group->standing, standing);
	buffer_add(&group->key, key);
	return group;
}

static void
add_standing(const struct groups *groups, const struct saying *saying, struct buffer *out)
{
	const char *phrase = "";

	if (saying->standing)
		buffer_add(out, saying->standing);
	else if (saying->demand)
		phrase = modality_phrase(groups->tongue, cyt_demand_modality(saying->demand));
	if (*phrase)
		buffer_printf(out, "(%s) ", phrase);
}

void
groups_add(struct groups *groups, const struct saying *saying)
{
	struct buffer key = {0}, standing = {0};
	struct group *group;
	size_t i;

	add_marked(&key, saying->sentence, label_of(groups->tongue, saying->concept));
	add_standing(groups, saying, &standing);
	group = find_group(groups, buffer_text(&standing), buffer_text(&key));
	if (!group)
		group = new_group(groups, buffer_text(&standing), buffer_text(&key));
	buffer_release(&key);
	buffer_release(&standing);
	i = group->count++;
	group->demands = grow(group->demands, i + 1, sizeof(*group->demands));
	group->concepts = grow(group->concepts, i + 1, sizeof(*group->concepts));
	group->rows = grow(group->rows, i + 1, sizeof(*group->rows));
	group->demands[i] = saying->demand;
	group->concepts[i] = saying->concept;
	group->rows[i] = saying->row;
}

void
groups_release(struct groups *groups)
{
	size_t i;

	for (i = 0; i < groups->count; i++) {
		free(groups->at[i].demands);
		free(groups->at[i].concepts);
		free(groups->at[i].rows);
		buffer_release(&groups->at[i].standing);
		buffer_release(&groups->at[i].key);
	}
	free(groups->at);
	groups->at = NULL;
	groups->count = 0;
}

void
group_citation(const struct group *group, struct buffer *out)
{
	struct buffer cited = {0}, before = {0};
	size_t i;

	for (i = 0; i < group->count && group->demands[i]; i++) {
		buffer_release(&cited);
		demand_citation(group->tongue, group->demands[i], &cited);
		if (!before.length || strcmp(before.text, cited.text) != 0)
			buffer_printf(out, "%s%s", i ? ", " : "", cited.text);
		buffer_release(&before);
		buffer_add(&before, cited.text);
	}
	buffer_release(&cited);
	buffer_release(&before);
}

static void
add_label(struct buffer *out, const char *label, bool capital)
{
	if (capital)
		text_add_capital(out, label);
	else
		buffer_add(out, label);
}

/* Alone a label has its mark; within a sentence the library has put one behind it. */
static void
group_label(const struct group *group, bool alone, struct buffer *out)
{
	struct words labels = {0};
	size_t i;

	for (i = 0; i < group->count; i++)
		words_add_new(&labels, alone ? concept_label(group->tongue, group->concepts[i])
					     : label_of(group->tongue, group->concepts[i]));
	joined_labels(group->tongue, &labels, out);
	words_release(&labels);
}

void
group_sentence(const struct group *group, bool alone, struct buffer *out)
{
	const char *text = buffer_text(&group->key);
	struct buffer label = {0};
	size_t at;

	/* Among others it has to be said what a sentence is about, unless it says so itself. */
	if (!alone && !strpbrk(text, LABEL LABEL_FIRST)) {
		group_label(group, true, &label);
		add_label(out, label.text, true);
		buffer_add(out, ": ");
		at = out->length;
		buffer_add(out, text);
		out->text[at] = (char)tolower((unsigned char)out->text[at]);
		text = "";
	}
	buffer_release(&label);
	group_label(group, false, &label);
	for (; *text; text++) {
		if (*text != *LABEL && *text != *LABEL_FIRST) {
			buffer_addn(out, text, 1);
			continue;
		}
		add_label(out, label.text, *text == *LABEL_FIRST);
		/* What follows bounds all of them. */
		if (group->count > 1 && text[1] == ' ')
			buffer_add(out, say(group->tongue, SAY_EACH_CASE));
	}
	buffer_release(&label);
}

static bool
begins_sentence(const char *leads, const char *text)
{
	size_t length;

	for (; *leads; leads += length, leads += *leads == '|') {
		length = strcspn(leads, "|");
		if (strncmp(text, leads, length) == 0)
			return true;
	}
	return false;
}

static void
break_sentences(const char *leads, char *text)
{
	for (; (text = strstr(text, ". ")) != NULL; text++)
		if (begins_sentence(leads, text + 2))
			text[1] = '\n';
}

/* Width of the first column, as long as the citation fits. */
#define CITED 10

void
group_print(const struct group *group, bool alone, struct text *text)
{
	struct buffer cited = {0}, body = {0};
	size_t width;
	bool wide;

	group_citation(group, &cited);
	buffer_add(&body, buffer_text(&group->standing));
	group_sentence(group, alone, &body);
	break_sentences(say(group->tongue, SAY_LEADS), body.text);
	text_space(text, 2);
	width = 2 + text_width(buffer_text(&cited));
	wide = width + 2 > CITED;
	if (wide)
		text_fill(text, 2, 4, STYLE_PLAIN, buffer_text(&cited));
	else
		text_put(text, STYLE_PLAIN, buffer_text(&cited));
	text_lines(text, wide ? 0 : width, CITED, STYLE_PLAIN, body.text);
	buffer_release(&cited);
	buffer_release(&body);
}
