/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The national side: laws, their provisions, their general parts. */
#include <cybertreaty/law.h>

#include <stdbool.h>
#include <string.h>

#include "base/lang.h"
#include "model/corpus.h"
#include "model/image.h"

size_t
cyt_corpus_law_count(const struct cyt_corpus *corpus)
{
	return image_count(corpus_image(corpus), SECTION_LAW);
}

const struct cyt_law *
cyt_corpus_law_at(const struct cyt_corpus *corpus, size_t i)
{
	return i < cyt_corpus_law_count(corpus) ? image_law(corpus_image(corpus), (uint32_t)i)
						: NULL;
}

const struct cyt_law *
cyt_corpus_law_find(const struct cyt_corpus *corpus, const char *id)
{
	return id ? image_find_law(corpus_image(corpus), id) : NULL;
}

const char *
cyt_law_id(const struct cyt_law *law)
{
	return image_string(image_of(law), law->id);
}

const char *
cyt_law_jurisdiction(const struct cyt_law *law)
{
	return image_string(image_of(law), law->jurisdiction);
}

/* Whether it is written in Latin letters, as far as UTF-8 tells by its first bytes: beyond U+033F there are
 * others, but for Vietnamese (U+1E00 to U+1EFF) and marks (U+2000 to U+2FFF). */
static bool
is_latin(const char *text)
{
	for (; *text; text++) {
		unsigned char byte = (unsigned char)*text, next = (unsigned char)text[1];

		if (byte >= 0xcd && byte != 0xe2 && !(byte == 0xe1 && next >= 0xb8 && next <= 0xbb))
			return false;
	}
	return true;
}

/* A law is cited by its own title, which stands first, and not by its English one, unless few who read the
 * language asked for could read it. */
const char *
image_law_title(const struct cyt_law *law, const char *lang, const char **got)
{
	const struct image *image = image_of(law);
	const struct img_node *node = image_node(image, law->node), *own;
	const char *has, *text = image_text(image, node, ELEMENT_TITLE, lang, &has);

	*got = "";
	if (!text)
		return cyt_law_id(law);
	*got = has;
	if (lang && lang_serves(has, lang))
		return text;
	own = image_child(image, node, ELEMENT_TITLE);
	if (lang && !is_latin(image_node_text(image, own)))
		return text;
	has = image_attribute(image, own, ATTRIBUTE_LANG);
	*got = has ? has : "";
	return image_node_text(image, own);
}

const char *
cyt_law_title(const struct cyt_law *law, const char *lang)
{
	const char *got;

	return image_law_title(law, lang, &got);
}

const char *
cyt_law_title_lang(const struct cyt_law *law, const char *lang)
{
	const char *got;

	image_law_title(law, lang, &got);
	return got;
}

const char *
cyt_law_status(const struct cyt_law *law)
{
	return word_name(WORDS_STATUS, (int)law->status);
}

const struct cyt_element *
cyt_law_element(const struct cyt_law *law)
{
	return image_element(image_of(law), law->node);
}

size_t
cyt_law_provision_count(const struct cyt_law *law)
{
	return law->provisions.count;
}

const struct cyt_provision *
cyt_law_provision_at(const struct cyt_law *law, size_t i)
{
	if (i >= law->provisions.count)
		return NULL;
	return image_provision(image_of(law), law->provisions.first + (uint32_t)i);
}

const char *
cyt_provision_id(const struct cyt_provision *provision)
{
	return image_string(image_of(provision), provision->id);
}

const char *
cyt_provision_num(const struct cyt_provision *provision)
{
	const char *num = image_string(image_of(provision), provision->num);

	return *num ? num : cyt_provision_id(provision);
}

const struct cyt_law *
cyt_provision_law(const struct cyt_provision *provision)
{
	return image_law(image_of(provision), provision->law);
}

const struct cyt_element *
cyt_provision_element(const struct cyt_provision *provision)
{
	return image_element(image_of(provision), provision->node);
}

const char *
cyt_extend_id(const struct cyt_extend *extend)
{
	return image_string(image_of(extend), extend->id);
}

const struct cyt_law *
cyt_extend_law(const struct cyt_extend *extend)
{
	return image_law(image_of(extend), extend->law);
}

const struct cyt_provision *
cyt_extend_provision(const struct cyt_extend *extend)
{
	if (extend->provision == NONE)
		return NULL;
	return image_provision(image_of(extend), extend->provision);
}
