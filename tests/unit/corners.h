/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Documents for the corners of what is computed, and ways to ask. Include after cmocka.h. */
#ifndef TESTS_UNIT_CORNERS_H
#define TESTS_UNIT_CORNERS_H

#include "inquiry.h"

#define TODAY "2026-01-01"

#define CASE(facet, values) "<case facet='" facet "' is='" values "'/>"
#define RED CASE("color", "red")
#define GREEN CASE("color", "green")
#define BLUE CASE("color", "blue")
#define ATTEMPT CASE("mode", "attempt")
#define DEMAND(id, rest, content) "<demand id='" id "' " rest ">" content "</demand>"
#define OPTION(id, of, rest, content)                                                  \
	"<option id='" id "' of='" of "' " rest ">" content "</option>"
#define ARTICLE(id, content) "<article id='" id "' num='" id "'>" content "</article>"
#define INSTRUMENT(id, rest, content)                                                  \
	"<instrument " NS " id='" id "' " rest ">" content "</instrument>"
#define TREATY(content) INSTRUMENT("treaty", "", content)
#define READ "<assessed concepts='*'/>"
#define UNREAD(id, where, rest, content)                                               \
	"<law " NS " id='" id "' jurisdiction='" where "' " rest ">" content "</law>"
#define LAW(id, where, rest, content) UNREAD(id, where, rest, READ content)
#define PROVISION(id, rest, content) "<provision id='" id "' " rest ">" content "</provision>"
#define SUPPLY(concepts, content) "<supply concepts='" concepts "'>" content "</supply>"
#define IF(condition) "<condition xml:lang='en'>" condition "</condition>"
#define STATE(id, content) "<state " NS " id='" id "'>" content "</state>"
#define SOURCE(basis, date) "<source basis='" basis "' consulted='" date "'/>"
#define EXTEND(id, rest, content) "<extend id='" id "' " rest ">" content "</extend>"

/* plain: color. act: color, size, mode, agent. deed: color, authority, fault. timed: age, term.
 * make is sell and give: color, mode. launder: predicate (an act), color. */
#define VOCABULARY                                                                       \
	"<vocabulary " NS " id='v'>"                                                      \
	"<facet id='color'><value id='red'/><value id='green'/><value id='blue'/></facet>" \
	"<facet id='size'><value id='big'/><value id='small'/></facet>"                   \
	"<facet id='mode' layer='yes' unstated='principal'><value id='principal'/>"       \
	"<value id='attempt'/><value id='participation'/></facet>"                        \
	"<facet id='agent' layer='yes' unstated='natural'><value id='natural'/>"          \
	"<value id='criminal'/><value id='civil'/></facet>"                               \
	"<facet id='authority'><value id='without'/>"                                     \
	"<value id='authorised' concern='overreach'/></facet>"                            \
	"<facet id='fault' unstated='intent'><value id='intent'/>"                        \
	"<value id='recklessness' concern='broader'/></facet>"                            \
	"<facet id='age' type='quantity' unit='years'/>"                                  \
	"<facet id='term' type='quantity' unit='days'/>"                                  \
	"<facet id='predicate' type='concepts' kind='act'/>"                              \
	"<concept id='plain' kind='act' facets='color'/>"                                 \
	"<concept id='act' kind='act' facets='color size mode agent'/>"                   \
	"<concept id='deed' kind='act' facets='color authority fault'/>"                  \
	"<concept id='timed' kind='power' facets='age term'/>"                            \
	"<concept id='make' kind='act'/>"                                                 \
	"<concept id='sell' kind='act' broader='make' facets='color mode'/>"              \
	"<concept id='give' kind='act' broader='make' facets='color mode'/>"              \
	"<concept id='launder' kind='liability' facets='predicate color'/></vocabulary>"

#define PLAIN TREATY(ARTICLE("a", DEMAND("d", "concepts='plain'", "")))
#define ATTEMPTS TREATY(ARTICLE("a", DEMAND("d", "concepts='act'", ATTEMPT)))

/* Coverage against `treaty` on a day, or TODAY: the verdict of its article `a`, */
void assert_at(const char *subject, const char *date, const char *want);
void assert_verdict(const char *subject, const char *want);
/* who supplies its demand `d`. */
void assert_supply(const char *subject, const char *concept, const char *want);
/* Of the last answer: verdict and missing part of a row, how much of an article was assessed. */
void assert_row(const char *demand, const char *concept, const char *verdict,
		const char *missing);
void assert_assessed(const char *article, size_t want, size_t want_of);
/* Loading the document after the vocabulary fails with this diagnostic alone. */
void assert_refused(unsigned number, const char *document);

#endif
