/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * National laws, their provisions and what they supply.
 *
 * Everything here is borrowed from a corpus, const, and lives as long as it. Any
 * thread may read. Getters do not fail; an absent thing is NULL.
 */
#ifndef CYBERTREATY_LAW_H
#define CYBERTREATY_LAW_H

#include <cybertreaty/instrument.h>

#ifdef __cplusplus
extern "C" {
#endif

struct cyt_law;
struct cyt_provision;
struct cyt_extend;

CYT_API size_t
cyt_corpus_law_count(const struct cyt_corpus *corpus);
CYT_API const struct cyt_law *
cyt_corpus_law_at(const struct cyt_corpus *corpus, size_t i);
CYT_API const struct cyt_law *
cyt_corpus_law_find(const struct cyt_corpus *corpus, const char *id);
CYT_API const char *
cyt_law_id(const struct cyt_law *law);
/** "MX", or "MX-JAL" for sub-national law. @since 1.0 */
CYT_API const char *
cyt_law_jurisdiction(const struct cyt_law *law);
/**
 * In the language asked for, else the law's own, else the id. A title that is not in Latin letters gives
 * way to an English one if there is one.
 *
 * @since 1.0
 */
CYT_API const char *
cyt_law_title(const struct cyt_law *law, const char *lang);
/** The language that cyt_law_title() answers in; "" if it is not said or there is no title. @since 1.0 */
CYT_API const char *
cyt_law_title_lang(const struct cyt_law *law, const char *lang);
/** "in-force", "adopted", "bill" or "repealed". @since 1.0 */
CYT_API const char *
cyt_law_status(const struct cyt_law *law);
CYT_API const struct cyt_element *
cyt_law_element(const struct cyt_law *law);
/** All provisions, each before its sub-provisions. @since 1.0 */
CYT_API size_t
cyt_law_provision_count(const struct cyt_law *law);
CYT_API const struct cyt_provision *
cyt_law_provision_at(const struct cyt_law *law, size_t i);

CYT_API const char *
cyt_provision_id(const struct cyt_provision *provision);
/** As it is cited; its id if it has no number. @since 1.0 */
CYT_API const char *
cyt_provision_num(const struct cyt_provision *provision);
CYT_API const struct cyt_law *
cyt_provision_law(const struct cyt_provision *provision);
CYT_API const struct cyt_element *
cyt_provision_element(const struct cyt_provision *provision);

/** Its id, or extend_N for the N-th of its law. @since 1.0 */
CYT_API const char *
cyt_extend_id(const struct cyt_extend *extend);
CYT_API const struct cyt_law *
cyt_extend_law(const struct cyt_extend *extend);
/** The provision it stands in, or NULL if it stands in the law itself. @since 1.0 */
CYT_API const struct cyt_provision *
cyt_extend_provision(const struct cyt_extend *extend);

#ifdef __cplusplus
}
#endif
#endif
