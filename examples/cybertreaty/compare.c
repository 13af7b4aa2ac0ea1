/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* compare: two instruments article by article. */
#include "app.h"
#include "groups.h"
#include "wording.h"

static void
add_article(const struct app *app, const struct cyt_article *article, const char *between,
	    struct buffer *out)
{
	article_name(app->tongue, article, out);
	if (*cyt_article_num(article))
		buffer_printf(out, "%s%s", between,
			      article_title(app->tongue, article));
}

static void
print_article(struct app *app, const struct cyt_comparison *comparison)
{
	const struct cyt_article *unread = cyt_comparison_unread(comparison);
	struct buffer head = {0};

	text_line(&app->text);
	add_article(app, cyt_comparison_article(comparison), "  ", &head);
	text_fill(&app->text, 0, 2, STYLE_BOLD, head.text);
	buffer_release(&head);
	buffer_release(&head);
	if (unread) {
		say_to(&head, app->tongue, SAY_COUNTERPART_UNREAD,
		       *cyt_article_num(unread) ? cyt_article_num(unread) : cyt_article_id(unread));
		text_space(&app->text, 2);
		text_fill(&app->text, 2, 4, STYLE_DIM, head.text);
	} else if (cyt_comparison_match_count(comparison) == 0) {
		text_space(&app->text, 2);
		text_fill(&app->text, 2, 4, STYLE_WARN, say(app->tongue, SAY_NO_COUNTERPART));
	}
	buffer_release(&head);
}

static void
print_match(struct app *app, const struct cyt_match *match)
{
	bool equal = cyt_match_relation(match, CYT_FLOOR_DUTY) == CYT_RELATION_EQUAL;
	struct buffer line = {0};

	add_article(app, cyt_match_article(match), ", ", &line);
	buffer_add(&line, ": ");
	cyt_match_sentence(match, buffer_sink, &line);
	text_space(&app->text, 2);
	text_fill(&app->text, 2, 4, equal ? STYLE_GOOD : STYLE_FAIR, line.text);
	buffer_release(&line);
}

/* What stands otherwise there; of what is asked alone, or of all. */
static void
group_differences(const struct cyt_comparison *comparison, bool alone_only, struct groups *out)
{
	const struct cyt_difference *difference;
	struct saying saying = {.standing = ""};
	struct buffer sentence = {0};
	size_t i;

	for (i = 0; i < cyt_comparison_difference_count(comparison); i++) {
		difference = cyt_comparison_difference_at(comparison, i);
		if (alone_only && cyt_difference_there(difference) != CYT_STANDING_NOT_ASKED)
			continue;
		buffer_release(&sentence);
		cyt_difference_sentence(difference, buffer_sink, &sentence);
		saying.concept = cyt_difference_concept(difference);
		saying.sentence = buffer_text(&sentence);
		groups_add(out, &saying);
	}
	buffer_release(&sentence);
}

static void
print_groups(struct app *app, const struct groups *groups)
{
	struct buffer line = {0};
	size_t i;

	for (i = 0; i < groups->count; i++) {
		buffer_release(&line);
		group_sentence(&groups->at[i], true, &line);
		text_space(&app->text, 4);
		text_fill(&app->text, 4, 6, STYLE_PLAIN, line.text);
	}
	buffer_release(&line);
}

static bool
extends_others(const struct cyt_article *article)
{
	size_t i;

	for (i = 0; i < cyt_article_demand_count(article); i++)
		if (!cyt_demand_base(cyt_article_demand_at(article, i)))
			return false;
	return true;
}

/* What may be left out of an extended demand is what may be left out of those it extends. */
static void
print_first(struct app *app, const struct cyt_result *result)
{
	size_t count = cyt_result_comparison_count(result, CYT_SIDE_FIRST), i, k;
	const struct cyt_comparison *comparison;
	struct groups groups = {.tongue = app->tongue};

	for (i = 0; i < count; i++) {
		comparison = cyt_result_comparison_at(result, CYT_SIDE_FIRST, i);
		print_article(app, comparison);
		for (k = 0; k < cyt_comparison_match_count(comparison); k++)
			print_match(app, cyt_comparison_match_at(comparison, k));
		if (k)
			group_differences(comparison,
					  extends_others(cyt_comparison_article(comparison)),
					  &groups);
		/* They are measured on the other instrument as a whole, and are of no one counterpart. */
		if (k > 1 && groups.count) {
			text_space(&app->text, 2);
			text_fill(&app->text, 2, 4, STYLE_PLAIN, say(app->tongue, SAY_TAKEN_TOGETHER));
		}
		print_groups(app, &groups);
		groups_release(&groups);
	}
}

/* What was said of both above is not said again. */
static void
print_second(struct app *app, const struct cyt_result *result)
{
	size_t count = cyt_result_comparison_count(result, CYT_SIDE_SECOND), i;
	const struct cyt_comparison *comparison;
	struct groups groups = {.tongue = app->tongue};
	struct buffer head = {0};
	bool any = false;

	say_to(&head, app->tongue, SAY_ONLY_THE_OTHER,
	       instrument_title(app->tongue, cyt_result_instrument(result)));
	for (i = 0; i < count; i++) {
		comparison = cyt_result_comparison_at(result, CYT_SIDE_SECOND, i);
		/* Whether it alone asks for it is not known. */
		if (cyt_comparison_unread(comparison))
			continue;
		group_differences(comparison, true, &groups);
		if (groups.count && !any) {
			text_line(&app->text);
			text_fill(&app->text, 0, 2, STYLE_BOLD, head.text);
		}
		any |= groups.count > 0;
		if (groups.count)
			print_article(app, comparison);
		if (cyt_comparison_match_count(comparison))
			print_groups(app, &groups);
		groups_release(&groups);
	}
	buffer_release(&head);
}

static void
print_total(struct app *app, const struct cyt_result *result, enum cyt_side side,
	    const char *title)
{
	size_t count = cyt_result_comparison_count(result, side), without = 0, unread = 0, i;
	const struct cyt_comparison *comparison;
	struct buffer line = {0};

	for (i = 0; i < count; i++) {
		comparison = cyt_result_comparison_at(result, side, i);
		unread += cyt_comparison_unread(comparison) != NULL;
		without += !cyt_comparison_unread(comparison) && cyt_comparison_match_count(comparison) == 0;
	}
	say_to(&line, app->tongue, SAY_WITHOUT_COUNTERPART, title, without, count);
	if (unread)
		say_to(&line, app->tongue, SAY_COUNTERPARTS_UNREAD, unread);
	text_fill(&app->text, 0, 2, STYLE_PLAIN, line.text);
	buffer_release(&line);
}

/* -- versions of one instrument ---------------------------------------------------------- */

static enum say
fate_word(const struct cyt_passage *passage)
{
	static const enum say words[] = {
		[CYT_FATE_UNKNOWN] = SAY_FATE_UNKNOWN,
		[CYT_FATE_SAME] = SAY_FATE_SAME,
		[CYT_FATE_KEPT] = SAY_FATE_KEPT,
		[CYT_FATE_MOVED] = SAY_FATE_MOVED,
		[CYT_FATE_CHANGED] = SAY_FATE_CHANGED,
		[CYT_FATE_MOVED_AND_CHANGED] = SAY_FATE_MOVED_AND_CHANGED,
		[CYT_FATE_ADDED] = SAY_FATE_ADDED,
		[CYT_FATE_DROPPED] = SAY_FATE_DROPPED,
	};
	enum cyt_fate fate = cyt_passage_fate(passage);

	if (fate == CYT_FATE_MOVED && cyt_passage_changed(passage) == 0)
		return SAY_FATE_MOVED_SAME;
	return words[fate];
}

static enum style
fate_style(enum cyt_fate fate)
{
	if (fate == CYT_FATE_UNKNOWN)
		return STYLE_DIM;
	if (fate == CYT_FATE_ADDED || fate == CYT_FATE_DROPPED)
		return STYLE_WARN;
	return fate == CYT_FATE_SAME || fate == CYT_FATE_KEPT ? STYLE_GOOD : STYLE_FAIR;
}

/* How many passages an article has in the table. */
static size_t
count_passages(const struct cyt_result *result, const struct cyt_article *article)
{
	const struct cyt_passage *passage;
	size_t count = 0, i;

	for (i = 0; article && (passage = cyt_result_passage_at(result, i)); i++)
		count += cyt_passage_earlier(passage) == article ||
			 cyt_passage_later(passage) == article;
	return count;
}

#define NUMBER_WIDTH 6

static void
add_number(const struct cyt_article *article, const char *otherwise, struct buffer *out)
{
	const char *number = otherwise;

	if (article)
		number = *cyt_article_num(article) ? cyt_article_num(article)
						   : cyt_article_id(article);
	buffer_printf(out, "%-*s", NUMBER_WIDTH, number);
}

static void
print_passage(struct app *app, const struct cyt_result *result, const struct cyt_passage *passage)
{
	const struct cyt_article *earlier = cyt_passage_earlier(passage);
	const struct cyt_article *later = cyt_passage_later(passage);
	struct buffer head = {0}, words = {0};

	add_number(earlier, cyt_passage_fate(passage) ? "-" : "?", &head);
	buffer_add(&head, "  ");
	add_number(later, "-", &head);
	buffer_add(&words, say(app->tongue, fate_word(passage)));
	if (count_passages(result, earlier) > 1)
		buffer_add(&words, say(app->tongue, SAY_FATE_SPLIT));
	if (count_passages(result, later) > 1)
		buffer_add(&words, say(app->tongue, SAY_FATE_MERGED));
	text_leader(&app->text, head.text,
		    article_title(app->tongue, later ? later : earlier),
		    fate_style(cyt_passage_fate(passage)), words.text, STYLE_PLAIN, "");
	buffer_release(&head);
	buffer_release(&words);
}

static void
print_legend(struct app *app, const struct cyt_result *result)
{
	bool unseen = false, untold = false;
	const struct cyt_passage *passage;
	size_t i;

	for (i = 0; (passage = cyt_result_passage_at(result, i)); i++) {
		unseen |= cyt_passage_fate(passage) == CYT_FATE_UNKNOWN;
		untold |= cyt_passage_changed(passage) < 0 && cyt_passage_earlier(passage) &&
			  cyt_passage_later(passage);
	}
	if (unseen || untold)
		text_line(&app->text);
	if (untold)
		text_fill(&app->text, 0, 0, STYLE_DIM, say(app->tongue, SAY_FATE_UNTOLD));
	if (unseen)
		text_fill(&app->text, 0, 0, STYLE_DIM, say(app->tongue, SAY_FATE_UNSEEN));
}

static void
print_concordance(struct app *app, const struct cyt_result *result)
{
	const struct cyt_passage *passage;
	struct buffer head = {0};
	size_t i;

	if (!cyt_result_earlier(result))
		return;
	say_to(&head, app->tongue, SAY_CONCORDANCE_FROM,
	       instrument_title(app->tongue, cyt_result_earlier(result)));
	text_line(&app->text);
	text_fill(&app->text, 0, 2, STYLE_BOLD, head.text);
	buffer_release(&head);
	say_to(&head, app->tongue, SAY_CONCORDANCE_TO,
	       instrument_title(app->tongue, cyt_result_later(result)));
	text_space(&app->text, 2);
	text_fill(&app->text, 2, 4, STYLE_BOLD, head.text);
	buffer_release(&head);
	text_line(&app->text);
	text_fill(&app->text, 0, 0, STYLE_DIM, say(app->tongue, SAY_CONCORDANCE_HEADS));
	for (i = 0; (passage = cyt_result_passage_at(result, i)); i++)
		print_passage(app, result, passage);
	print_legend(app, result);
}

static void
print_all(struct app *app, const struct cyt_result *result)
{
	question_heading(app, SAY_COMPARED_WITH, result);
	print_concordance(app, result);
	print_first(app, result);
	print_second(app, result);
	text_line(&app->text);
	print_total(app, result, CYT_SIDE_FIRST,
		    instrument_title(app->tongue,
				     cyt_corpus_instrument_find(app->corpus,
								cyt_result_subject(result))));
	print_total(app, result, CYT_SIDE_SECOND,
		    instrument_title(app->tongue, cyt_result_instrument(result)));
	question_footing(app);
}

static int
ask(struct app *app, struct cyt_result **out)
{
	const char *const *names = app->options.arguments.at;
	struct cyt_terms *terms = NULL;
	size_t i;
	int err;

	for (i = 0; i < 2; i++)
		if (!cyt_corpus_instrument_find(app->corpus, names[i]))
			return names_unknown(app->corpus, NAMES_INSTRUMENT, "instrument", names[i]);
	err = question_terms(app, &terms);
	if (err == 0)
		err = cyt_query_compare(app->corpus, names[0], names[1], terms, out);
	cyt_terms_free(terms);
	return err < 0 ? trouble("%s", cyt_strerror(err)) : 0;
}

int
compare_run(struct app *app)
{
	struct cyt_result *result = NULL;
	int status = corpus_load(app, NULL);

	if (!status)
		status = ask(app, &result);
	return status ? status : question_answer(app, result, print_all, NULL);
}
