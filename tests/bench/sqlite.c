/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The same questions to SQLite, as far as it can: normalised, indexed, analysed, prepared, in memory. */
#include "bench.h"

#include <string.h>

#include <sqlite3.h>

static void
sql(sqlite3 *db, const char *text)
{
	if (sqlite3_exec(db, text, NULL, NULL, NULL) != SQLITE_OK)
		die(sqlite3_errmsg(db));
}

static sqlite3_stmt *
prepare(sqlite3 *db, const char *text)
{
	sqlite3_stmt *statement;

	if (sqlite3_prepare_v2(db, text, -1, &statement, NULL) != SQLITE_OK)
		die(sqlite3_errmsg(db));
	return statement;
}

static void
run(sqlite3_stmt *statement)
{
	if (sqlite3_step(statement) != SQLITE_DONE)
		die("SQLite takes no row");
	sqlite3_reset(statement);
}

static sqlite3_int64
concept_number(const struct cyt_corpus *corpus, const char *id)
{
	size_t i;

	for (i = 0; i < cyt_corpus_concept_count(corpus); i++)
		if (strcmp(cyt_concept_id(cyt_corpus_concept_at(corpus, i)), id) == 0)
			return (sqlite3_int64)i;
	die("an unknown concept");
}

static void
fill_demands(sqlite3 *db, const struct cyt_corpus *corpus)
{
	const struct cyt_instrument *instrument = cyt_corpus_instrument_find(corpus, INSTRUMENT);
	sqlite3_stmt *insert = prepare(db, "insert into demand values(?,?,?,?)");
	sqlite3_int64 number = 0;
	size_t i, k;

	for (i = 0; i < cyt_instrument_article_count(instrument); i++) {
		const struct cyt_article *article = cyt_instrument_article_at(instrument, i);

		for (k = 0; k < cyt_article_demand_count(article); k++) {
			const struct cyt_demand *row = cyt_article_demand_at(article, k);
			const char *concept = cyt_concept_id(cyt_demand_concept(row));

			sqlite3_bind_int64(insert, 1, number++);
			sqlite3_bind_int64(insert, 2, (sqlite3_int64)i);
			sqlite3_bind_text(insert, 3, cyt_demand_id(row), -1, SQLITE_STATIC);
			sqlite3_bind_int64(insert, 4, concept_number(corpus, concept));
			run(insert);
		}
	}
	sqlite3_finalize(insert);
}

struct inserts {
	sqlite3_stmt *law, *provision, *supply, *value;
	sqlite3_int64 provisions, supplies;
};

static void
bind_attribute(sqlite3_stmt *statement, int place, const struct cyt_element *element,
	       const char *name)
{
	const char *text = element ? cyt_element_attribute(element, name) : NULL;

	sqlite3_bind_text(statement, place, text, -1, SQLITE_STATIC);
}

static void
insert_supply(const struct cyt_corpus *corpus, struct inserts *into, size_t law,
	      const struct cyt_element *supply)
{
	const struct cyt_element *child = cyt_element_first(supply);

	sqlite3_bind_int64(into->supply, 1, (sqlite3_int64)law);
	sqlite3_bind_int64(into->supply, 2,
			   concept_number(corpus, cyt_element_attribute(supply, "concepts")));
	sqlite3_bind_int64(into->supply, 3, into->provisions);
	sqlite3_bind_int64(into->supply, 4, into->supplies);
	run(into->supply);
	for (; child; child = cyt_element_next(child)) {
		if (strcmp(cyt_element_name(child), "case") != 0)
			continue;
		sqlite3_bind_int64(into->value, 1, into->supplies);
		bind_attribute(into->value, 2, child, "facet");
		bind_attribute(into->value, 3, child, "is");
		run(into->value);
	}
	into->supplies++;
}

static const struct cyt_element *
find_child(const struct cyt_element *element, const char *name)
{
	const struct cyt_element *child = cyt_element_first(element);

	while (child && strcmp(cyt_element_name(child), name) != 0)
		child = cyt_element_next(child);
	return child;
}

static void
insert_provision(const struct cyt_corpus *corpus, struct inserts *into, size_t law,
		 const struct cyt_provision *provision)
{
	const struct cyt_element *element = cyt_provision_element(provision);
	const struct cyt_element *source = find_child(element, "source");
	const struct cyt_element *child = cyt_element_first(element);

	sqlite3_bind_int64(into->provision, 1, into->provisions);
	sqlite3_bind_text(into->provision, 2, cyt_provision_num(provision), -1, SQLITE_STATIC);
	bind_attribute(into->provision, 3, element, "from");
	bind_attribute(into->provision, 4, source, "basis");
	bind_attribute(into->provision, 5, source, "consulted");
	run(into->provision);
	for (; child; child = cyt_element_next(child))
		if (strcmp(cyt_element_name(child), "supply") == 0)
			insert_supply(corpus, into, law, child);
	into->provisions++;
}

static void
fill_laws(sqlite3 *db, const struct cyt_corpus *corpus)
{
	struct inserts into = {
		.law = prepare(db, "insert into law values(?,?,?)"),
		.provision = prepare(db, "insert into provision values(?,?,?,?,?)"),
		.supply = prepare(db, "insert into supply values(?,?,?,?)"),
		.value = prepare(db, "insert or ignore into supply_value values(?,?,?)"),
	};
	size_t i, k;

	for (i = 0; i < cyt_corpus_law_count(corpus); i++) {
		const struct cyt_law *law = cyt_corpus_law_at(corpus, i);

		sqlite3_bind_int64(into.law, 1, (sqlite3_int64)i);
		sqlite3_bind_text(into.law, 2, cyt_law_id(law), -1, SQLITE_STATIC);
		sqlite3_bind_text(into.law, 3, cyt_law_jurisdiction(law), -1, SQLITE_STATIC);
		run(into.law);
		for (k = 0; k < cyt_law_provision_count(law); k++)
			insert_provision(corpus, &into, i, cyt_law_provision_at(law, k));
	}
	sqlite3_finalize(into.law);
	sqlite3_finalize(into.provision);
	sqlite3_finalize(into.supply);
	sqlite3_finalize(into.value);
}

void
measure_sqlite_fill(const struct bench *bench, struct sample *sample)
{
	struct cyt_ctx *ctx;
	struct cyt_corpus *corpus = opened(snapshot_path(bench), &ctx);
	double start = now();
	sqlite3 *db;

	if (sqlite3_open(database_path(bench), &db) != SQLITE_OK)
		die("no database");
	sql(db, "pragma journal_mode = off; pragma synchronous = off;"
		"create table demand(number integer primary key, article int, id text, concept int);"
		"create table law(number integer primary key, id text unique, jurisdiction text);"
		"create table provision(number integer primary key, num text, since text,"
		" basis text, consulted text);"
		"create table supply(law int, concept int, provision int, number int,"
		" primary key(law, concept, provision, number)) without rowid;"
		"create table supply_value(supply int, facet text, value text,"
		" primary key(supply, facet, value)) without rowid;"
		"begin");
	fill_demands(db, corpus);
	fill_laws(db, corpus);
	sql(db, "create index demand_concept on demand(concept);"
		"create index supply_concept on supply(concept, law, provision);"
		"commit; analyze");
	sqlite3_close(db);
	sample->seconds = now() - start;
}

/* -- asking ----------------------------------------------------------------------------------- */

/* All of it copied into memory. */
static sqlite3 *
database(const struct bench *bench)
{
	sqlite3 *file, *db;
	sqlite3_backup *copy;

	if (sqlite3_open(database_path(bench), &file) != SQLITE_OK ||
	    sqlite3_open(":memory:", &db) != SQLITE_OK)
		die("no database");
	copy = sqlite3_backup_init(db, "main", file, "main");
	if (!copy || sqlite3_backup_step(copy, -1) != SQLITE_DONE)
		die("the database cannot be copied");
	sqlite3_backup_finish(copy);
	sqlite3_close(file);
	return db;
}

/* Reads every column of every row of the answer. */
static size_t
read_rows(sqlite3_stmt *statement)
{
	int columns = sqlite3_column_count(statement), i, state;
	size_t sum = 0;

	while ((state = sqlite3_step(statement)) == SQLITE_ROW) {
		for (i = 0; i < columns; i++) {
			if (sqlite3_column_type(statement, i) == SQLITE_INTEGER)
				sum += (size_t)sqlite3_column_int64(statement, i);
			else
				sum += (size_t)sqlite3_column_bytes(statement, i);
		}
	}
	if (state != SQLITE_DONE)
		die("SQLite gives no answer");
	sqlite3_reset(statement);
	return sum;
}

static void
ask(const struct bench *bench, struct sample *sample, const char *question, size_t warm)
{
	struct stopwatch watch = { .warm = warm };
	sqlite3 *db = database(bench);
	sqlite3_stmt *statement = prepare(db, question);
	size_t i, sum = 0;
	char id[32];

	while (stopwatch_go(&watch, &i)) {
		law_id(subject_number(bench, i), id);
		stopwatch_start(&watch);
		if (sqlite3_bind_parameter_count(statement) == 1)
			sqlite3_bind_text(statement, 1, id, -1, SQLITE_STATIC);
		sum += read_rows(statement);
		stopwatch_stop(&watch);
	}
	if (sum == 0)
		die("an empty answer of SQLite");
	sample->seconds = median(watch.times, watch.count);
	sqlite3_finalize(statement);
	sqlite3_close(db);
}

/* Every demand with the provisions that say anything on its concept. */
void
measure_sqlite_flat(const struct bench *bench, struct sample *sample)
{
	ask(bench, sample,
	    "select demand.number, demand.article, supply.provision from demand"
	    " left join supply on supply.law = (select number from law where id = ?)"
	    " and supply.concept = demand.concept order by demand.number",
	    SUBJECTS);
}

/* The same with what it takes to explain it: the citation, its terms, and the cases, by which somebody
 * has to judge it yet. */
void
measure_sqlite_coverage(const struct bench *bench, struct sample *sample)
{
	ask(bench, sample,
	    "select demand.number, demand.id, law.id, provision.num, provision.since,"
	    " provision.basis, provision.consulted, supply.number, facet, value"
	    " from demand join law on law.id = ?"
	    " left join supply on supply.law = law.number and supply.concept = demand.concept"
	    " left join provision on provision.number = supply.provision"
	    " and provision.since <= '2026-11-21'"
	    " left join supply_value on supply_value.supply = supply.number"
	    " order by demand.number",
	    SUBJECTS);
}

/* Demands on whose concept nothing is said, and the provisions of other laws that say anything. */
void
measure_sqlite_gaps(const struct bench *bench, struct sample *sample)
{
	ask(bench, sample,
	    "select demand.number, other.law, other.provision from demand"
	    " left join supply as other on other.concept = demand.concept"
	    " where not exists (select 1 from supply where supply.concept = demand.concept"
	    " and supply.law = (select number from law where id = ?))"
	    " order by demand.number",
	    SUBJECTS);
}

/* Per law and article the demands on whose concepts the law says anything. */
void
measure_sqlite_matrix(const struct bench *bench, struct sample *sample)
{
	ask(bench, sample,
	    "select said.law, demand.article, count(*)"
	    " from (select distinct law, concept from supply) as said"
	    " join demand on demand.concept = said.concept"
	    " group by said.law, demand.article",
	    1);
}

/* Laws with their provisions on a concept. */
void
measure_sqlite_covering(const struct bench *bench, struct sample *sample)
{
	char question[512];
	struct cyt_ctx *ctx;
	struct cyt_corpus *corpus = opened(snapshot_path(bench), &ctx);

	snprintf(question, sizeof(question),
		 "select law.id, law.jurisdiction, provision.num from supply"
		 " join law on law.number = supply.law"
		 " join provision on provision.number = supply.provision"
		 " where supply.concept = %d order by supply.law",
		 (int)concept_number(corpus, CONCEPT));
	cyt_corpus_unref(corpus);
	ask(bench, sample, question, 1);
}
