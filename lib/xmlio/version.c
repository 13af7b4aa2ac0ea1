/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which libxml2 the library was built against. */
#include <cybertreaty/base.h>

#include <libxml/xmlversion.h>

const char *
cyt_libxml2_version(void)
{
	return LIBXML_DOTTED_VERSION;
}
