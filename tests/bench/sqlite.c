/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The flat form of the coverage of a law in SQLite: normalised, indexed, prepared, warmed up. */
#include "bench.h"

#include <string.h>

#include <sqlite3.h>

#define SUBJECTS 16
#define ROUNDS 480

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
		sqlite3_bind_text(into->value, 2, cyt_element_attribute(child, "facet"), -1,
				  SQLITE_STATIC);
		sqlite3_bind_text(into->value, 3, cyt_element_attribute(child, "is"), -1,
				  SQLITE_STATIC);
		run(into->value);
	}
	into->supplies++;
}

static void
insert_provision(const struct cyt_corpus *corpus, struct inserts *into, size_t law,
		 const struct cyt_provision *provision)
{
	const struct cyt_element *child = cyt_element_first(cyt_provision_element(provision));

	sqlite3_bind_int64(into->provision, 1, into->provisions);
	sqlite3_bind_text(into->provision, 2, cyt_provision_id(provision), -1, SQLITE_STATIC);
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
		.law = prepare(db, "insert into law values(?,?)"),
		.provision = prepare(db, "insert into provision values(?,?)"),
		.supply = prepare(db, "insert into supply values(?,?,?,?)"),
		.value = prepare(db, "insert or ignore into supply_value values(?,?,?)"),
	};
	size_t i, k;

	for (i = 0; i < cyt_corpus_law_count(corpus); i++) {
		const struct cyt_law *law = cyt_corpus_law_at(corpus, i);

		sqlite3_bind_int64(into.law, 1, (sqlite3_int64)i);
		sqlite3_bind_text(into.law, 2, cyt_law_id(law), -1, SQLITE_STATIC);
		run(into.law);
		for (k = 0; k < cyt_law_provision_count(law); k++)
			insert_provision(corpus, &into, i, cyt_law_provision_at(law, k));
	}
	sqlite3_finalize(into.law);
	sqlite3_finalize(into.provision);
	sqlite3_finalize(into.supply);
	sqlite3_finalize(into.value);
}

static sqlite3 *
database(const struct bench *bench, double *seconds)
{
	struct cyt_ctx *ctx;
	struct cyt_corpus *corpus = opened(bench, &ctx);
	double start = now();
	sqlite3 *db;

	if (sqlite3_open(":memory:", &db) != SQLITE_OK)
		die("no database");
	sql(db, "create table demand(number integer primary key, article int, id text, concept int);"
		"create table law(number integer primary key, id text unique);"
		"create table provision(number integer primary key, id text);"
		"create table supply(law int, concept int, provision int, number int,"
		" primary key(law, concept, provision, number)) without rowid;"
		"create table supply_value(supply int, facet text, value text,"
		" primary key(supply, facet, value)) without rowid;"
		"begin");
	fill_demands(db, corpus);
	fill_laws(db, corpus);
	sql(db, "commit; analyze");
	*seconds = now() - start;
	cyt_corpus_unref(corpus);
	return db;
}

void
measure_sqlite_fill(const struct bench *bench, struct sample *sample)
{
	database(bench, &sample->seconds);
}

/* Every demand with the provisions that say something on its concept. */
void
measure_sqlite_coverage(const struct bench *bench, struct sample *sample)
{
	double times[ROUNDS], start, fill;
	sqlite3 *db = database(bench, &fill);
	sqlite3_stmt *statement;
	char id[32];
	size_t i;

	statement = prepare(db, "select demand.number, demand.article, provision.id from demand "
				"left join supply on supply.law = "
				"(select number from law where id = ?) "
				"and supply.concept = demand.concept "
				"left join provision on provision.number = supply.provision "
				"order by demand.number");
	for (i = 0; i < ROUNDS + SUBJECTS; i++) {
		law_id(i % SUBJECTS * bench->laws / SUBJECTS, id);
		start = now();
		sqlite3_bind_text(statement, 1, id, -1, SQLITE_STATIC);
		while (sqlite3_step(statement) == SQLITE_ROW)
			sample->value += sqlite3_column_text(statement, 2) != NULL;
		sqlite3_reset(statement);
		if (i >= SUBJECTS)
			times[i - SUBJECTS] = now() - start;
	}
	sample->seconds = median(times, ROUNDS);
}
