/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Every allocation of every public function fails; see oom.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "oom/oom.h"

static const struct oom_case *const areas[] = { load_cases, ask_cases, say_cases, write_cases,
						read_cases, find_cases, pair_cases };
#define AREAS (sizeof(areas) / sizeof(*areas))
#define MOST_CASES 100

/* Those that may have to say CYT_ERR_NOMEM, and getters of boxes, which are drawn when looked at. No
 * other function ever asks for memory. */
static const char *const need_memory[] = {
	"cyt_beyond_basis",
	"cyt_beyond_consulted",
	"cyt_beyond_sentence",
	"cyt_beyond_supplied_by_at",
	"cyt_beyond_supplied_by_count",
	"cyt_conflict_basis",
	"cyt_conflict_consulted",
	"cyt_conflict_sentence",
	"cyt_conflict_supplied_by_at",
	"cyt_conflict_supplied_by_count",
	"cyt_corpus_check",
	"cyt_corpus_lint",
	"cyt_corpus_open",
	"cyt_corpus_open_copy",
	"cyt_corpus_overlay",
	"cyt_corpus_save",
	"cyt_ctx_new",
	"cyt_ctx_new_with",
	"cyt_diags_new",
	"cyt_difference_sentence",
	"cyt_dual_sentence",
	"cyt_dual_side_sentence",
	"cyt_export_coverage_json",
	"cyt_export_csv",
	"cyt_export_document_xml",
	"cyt_export_documents_csv",
	"cyt_export_element_json",
	"cyt_export_json",
	"cyt_export_law_template",
	"cyt_export_law_template_csv",
	"cyt_export_lint_json",
	"cyt_export_lint_sarif",
	"cyt_export_list_csv",
	"cyt_export_list_json",
	"cyt_export_report_html",
	"cyt_export_report_xml",
	"cyt_export_xml",
	"cyt_facts_fault",
	"cyt_gap_sentence",
	"cyt_loader_add_action",
	"cyt_loader_add_corpus",
	"cyt_loader_add_csv",
	"cyt_loader_add_csv_memory",
	"cyt_loader_add_memory",
	"cyt_loader_add_path",
	"cyt_loader_finish",
	"cyt_loader_new",
	"cyt_match_sentence",
	"cyt_provision_finding_sentence",
	"cyt_query_beyond",
	"cyt_query_compare",
	"cyt_query_coverage",
	"cyt_query_covering",
	"cyt_query_diff",
	"cyt_query_dual",
	"cyt_query_dual_against",
	"cyt_query_gaps",
	"cyt_query_matrix",
	"cyt_query_report",
	"cyt_query_safeguards",
	"cyt_query_search",
	"cyt_region_box_count",
	"cyt_region_box_interval_at",
	"cyt_region_box_restricts",
	"cyt_region_box_value_at",
	"cyt_region_cell_count",
	"cyt_result_unasked_basis",
	"cyt_result_unasked_consulted",
	"cyt_result_unasked_sentence",
	"cyt_result_unasked_supplied_by_at",
	"cyt_result_unasked_supplied_by_count",
	"cyt_row_change_sentence",
	"cyt_row_finding_explain",
	"cyt_row_finding_sentence",
	"cyt_suggest",
	"cyt_table_csv",
	"cyt_table_new",
	"cyt_terms_add_law",
	"cyt_terms_new",
	"cyt_terms_set_lang",
	NULL,
};

static struct scene scene;

static void
fail_case(void **state)
{
	oom_fail_each(*state, &scene);
}

static void
nothing_public_is_forgotten(void **state)
{
	(void)state;
	oom_check_functions(need_memory);
}

static int
set_up(void **state)
{
	(void)state;
	snprintf(scene.snapshot, sizeof(scene.snapshot), "oom-%ld.cyt", (long)getpid());
	snprintf(scene.damaged, sizeof(scene.damaged), "oom-%ld.bad.cyt", (long)getpid());
	snprintf(scene.rows, sizeof(scene.rows), "oom-%ld.csv", (long)getpid());
	return scene_set_up(&scene);
}

/* Nothing of a whole run is left. */
static int
tear_down(void **state)
{
	(void)state;
	unlink(scene.snapshot);
	unlink(scene.damaged);
	unlink(scene.rows);
	return scene_tear_down(&scene) == 0 ? 0 : -1;
}

int
main(void)
{
	struct CMUnitTest tests[MOST_CASES];
	const struct oom_case *one;
	size_t count = 0, i;

	for (i = 0; i < AREAS; i++)
		for (one = areas[i]; one->name && count < MOST_CASES - 1; one++)
			tests[count++] = (struct CMUnitTest){ one->name, fail_case, NULL, NULL,
							      (void *)(uintptr_t)one };
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(nothing_public_is_forgotten);
	return _cmocka_run_group_tests("oom", tests, count, set_up, tear_down);
}
