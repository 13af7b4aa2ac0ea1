/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * States and what they did under instruments.
 *
 * Everything here is borrowed from a corpus, const, and lives as long as it. Any
 * thread may read. Getters do not fail; an absent thing is NULL.
 */
#ifndef CYBERTREATY_STATE_H
#define CYBERTREATY_STATE_H

#include <cybertreaty/law.h>

#ifdef __cplusplus
extern "C" {
#endif

struct cyt_state;
struct cyt_action;

CYT_API size_t
cyt_corpus_state_count(const struct cyt_corpus *corpus);
CYT_API const struct cyt_state *
cyt_corpus_state_at(const struct cyt_corpus *corpus, size_t i);
CYT_API const struct cyt_state *
cyt_corpus_state_find(const struct cyt_corpus *corpus, const char *id);
CYT_API const char *
cyt_state_id(const struct cyt_state *state);
/** In the language asked for, else English, else the id. @since 1.0 */
CYT_API const char *
cyt_state_label(const struct cyt_state *state, const char *lang);
CYT_API const struct cyt_element *
cyt_state_element(const struct cyt_state *state);
/** Everything it did, withdrawn reservations included, in document order. @since 1.0 */
CYT_API size_t
cyt_state_action_count(const struct cyt_state *state);
CYT_API const struct cyt_action *
cyt_state_action_at(const struct cyt_state *state, size_t i);

/** "" if it has none. @since 1.0 */
CYT_API const char *
cyt_action_id(const struct cyt_action *action);
/** "ratification", "reservation", … @since 1.0 */
CYT_API const char *
cyt_action_kind(const struct cyt_action *action);
CYT_API const struct cyt_state *
cyt_action_state(const struct cyt_action *action);
/** NULL if it names none. @since 1.0 */
CYT_API const struct cyt_instrument *
cyt_action_instrument(const struct cyt_action *action);
CYT_API cyt_date
cyt_action_date(const struct cyt_action *action);
/** When it was withdrawn; 0 if it was not. @since 1.0 */
CYT_API cyt_date
cyt_action_until(const struct cyt_action *action);

#ifdef __cplusplus
}
#endif
#endif
