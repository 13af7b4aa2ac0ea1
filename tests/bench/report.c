/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What was measured, as a table and as the members of a JSON object. */
#include "bench.h"

#include <math.h>

static double
seconds(const struct figures *all, enum figure figure)
{
	return all->of[figure].seconds;
}

/* Bytes of the image beyond those of a corpus without laws, per law. */
static double
per_law(const struct figures *all, enum figure figure)
{
	return (all->of[figure].value - all->of[EMPTY].value) / (double)all->laws;
}

/* -- a table ---------------------------------------------------------------------------------- */

static void
print_rate(const struct figures *all, enum figure figure, const char *what)
{
	if (isnan(seconds(all, figure)))
		return;
	printf("%-34s %8.3f s %7.0f MB/s %8.2f x SAX %8.0f MB\n", what, seconds(all, figure),
	       (double)all->bytes / 1e6 / seconds(all, figure),
	       seconds(all, SAX) / seconds(all, figure), (double)all->of[figure].peak / 1e6);
}

/* `peer`: who answers the same as far as it can; FIGURES: nobody. */
static void
print_time(const struct figures *all, enum figure figure, const char *what, enum figure peer)
{
	if (isnan(seconds(all, figure)))
		return;
	printf("%-42s %12.4f ms", what, seconds(all, figure) * 1e3);
	if (peer != FIGURES && !isnan(seconds(all, peer)))
		printf(" %12.4f ms %8.1f x", seconds(all, peer) * 1e3,
		       seconds(all, peer) / seconds(all, figure));
	printf("\n");
}

void
figures_print(const struct figures *all)
{
	printf("%zu laws, %.1f KB each; with vocabulary and instruments %.1f MB\n\n", all->laws,
	       (double)(all->bytes - all->other_bytes) / 1e3 / (double)all->laws,
	       (double)all->bytes / 1e6);
	print_rate(all, SAX, "libxml2: push SAX, no callbacks");
	print_rate(all, DOM, "libxml2: DOM, freed at once");
	print_rate(all, DOM_KEPT, "libxml2: DOM, kept");
	print_rate(all, LOAD, "load: checked, cut, one image");
	printf("%-34s %8.1f KB, without notes %.1f KB\n\n", "image per law",
	       per_law(all, LOAD) / 1e3, per_law(all, BARE) / 1e3);
	print_time(all, SAVE, "save a snapshot", FIGURES);
	print_time(all, OPEN, "open and verify it", FIGURES);
	print_time(all, OPEN_BARE, "the same without notes", FIGURES);
	print_time(all, CHECK, "verify its documents too", FIGURES);
	printf("\n%-42s %15s %15s\n", "", "library", "SQLite");
	print_time(all, VERDICT, "coverage of a law, verdicts", SQL_FLAT);
	print_time(all, COVERAGE, "coverage of a law, all evidence", SQL_COVERAGE);
	print_time(all, COVERAGE_FIRST, "the same of laws not asked before", SQL_COVERAGE);
	print_time(all, COVERAGE_JSON, "the same, as JSON with all boxes", FIGURES);
	print_time(all, COUNTRY, "coverage of a country's laws", FIGURES);
	print_time(all, BEYOND, "beyond of a law", FIGURES);
	print_time(all, GAPS, "gaps of a law, models of all laws", SQL_GAPS);
	print_time(all, MATRIX, "matrix of all laws", SQL_MATRIX);
	print_time(all, COVERING, "who covers a concept", SQL_COVERING);
	print_time(all, DUAL, "dual criminality, 18,528 pairs, a case", FIGURES);
	print_time(all, DUAL_AGAINST, "the same of a whole instrument", FIGURES);
	print_time(all, SQL_FILL, "SQLite: fill from the snapshot", FIGURES);
	printf("\n");
}

/* -- JSON ------------------------------------------------------------------------------------- */

static void
write_number(FILE *file, const char *indent, const char *name, double number)
{
	if (isnan(number))
		fprintf(file, ",\n%s\"%s\": null", indent, name);
	else
		fprintf(file, ",\n%s\"%s\": %.6g", indent, name, number);
}

static void
write_loading(FILE *file, const struct figures *all, const char *indent)
{
	double load = seconds(all, LOAD);

	write_number(file, indent, "xml_bytes", (double)all->bytes);
	write_number(file, indent, "image_bytes", all->of[LOAD].value);
	write_number(file, indent, "law_bytes", per_law(all, LOAD));
	write_number(file, indent, "law_bytes_without_notes", per_law(all, BARE));
	write_number(file, indent, "load_s", load);
	write_number(file, indent, "load_vs_sax", seconds(all, SAX) / load);
	write_number(file, indent, "load_vs_dom", seconds(all, DOM) / load);
	write_number(file, indent, "load_vs_dom_kept", seconds(all, DOM_KEPT) / load);
	write_number(file, indent, "peak_mb", (double)all->of[LOAD].peak / 1e6);
	write_number(file, indent, "dom_peak_mb",
		     isnan(seconds(all, DOM_KEPT)) ? NAN : (double)all->of[DOM_KEPT].peak / 1e6);
	write_number(file, indent, "snapshot_save_ms", seconds(all, SAVE) * 1e3);
	write_number(file, indent, "snapshot_open_ms", seconds(all, OPEN) * 1e3);
	write_number(file, indent, "snapshot_check_ms", seconds(all, CHECK) * 1e3);
	write_number(file, indent, "snapshot_open_without_notes_ms",
		     seconds(all, OPEN_BARE) * 1e3);
}

static void
write_asking(FILE *file, const struct figures *all, const char *indent)
{
	double coverage = seconds(all, COVERAGE);

	write_number(file, indent, "coverage_us", coverage * 1e6);
	write_number(file, indent, "coverage_first_us", seconds(all, COVERAGE_FIRST) * 1e6);
	write_number(file, indent, "coverage_verdict_us", seconds(all, VERDICT) * 1e6);
	write_number(file, indent, "coverage_json_us", seconds(all, COVERAGE_JSON) * 1e6);
	write_number(file, indent, "coverage_country_us", seconds(all, COUNTRY) * 1e6);
	write_number(file, indent, "coverage_vs_sqlite", seconds(all, SQL_COVERAGE) / coverage);
	write_number(file, indent, "coverage_vs_sqlite_flat", seconds(all, SQL_FLAT) / coverage);
	write_number(file, indent, "beyond_us", seconds(all, BEYOND) * 1e6);
	write_number(file, indent, "gaps_ms", seconds(all, GAPS) * 1e3);
	write_number(file, indent, "gaps_vs_sqlite", seconds(all, SQL_GAPS) / seconds(all, GAPS));
	write_number(file, indent, "matrix_ms", seconds(all, MATRIX) * 1e3);
	write_number(file, indent, "matrix_first_ms", all->of[MATRIX].value * 1e3);
	write_number(file, indent, "matrix_vs_sqlite",
		     seconds(all, SQL_MATRIX) / seconds(all, MATRIX));
	write_number(file, indent, "covering_ms", seconds(all, COVERING) * 1e3);
	write_number(file, indent, "covering_vs_sqlite",
		     seconds(all, SQL_COVERING) / seconds(all, COVERING));
	write_number(file, indent, "dual_pairs_ms", seconds(all, DUAL) * 1e3);
	write_number(file, indent, "dual_pairs_against_ms", seconds(all, DUAL_AGAINST) * 1e3);
	write_number(file, indent, "sqlite_fill_s", seconds(all, SQL_FILL));
}

void
figures_write(FILE *file, const struct figures *all, const char *indent)
{
	fprintf(file, "%s\"n\": %zu", indent, all->laws);
	write_loading(file, all, indent);
	write_asking(file, all, indent);
}
