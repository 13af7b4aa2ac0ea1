/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Texts of error codes and the version of the library. */
#include <cybertreaty/base.h>

#define TEXT_(x) #x
#define TEXT(x) TEXT_(x)

const char *
cyt_strerror(int error)
{
	switch (error) {
	case CYT_OK:
		return "no error";
	case CYT_ERR_NOMEM:
		return "out of memory";
	case CYT_ERR_INVALID:
		return "invalid argument";
	case CYT_ERR_NOTFOUND:
		return "not in the corpus";
	case CYT_ERR_DATA:
		return "the input has errors";
	case CYT_ERR_IO:
		return "a file could not be read or written";
	case CYT_ERR_LIMIT:
		return "a size limit was passed";
	case CYT_ERR_FOREIGN:
		return "a handle of another corpus";
	case CYT_ERR_FORMAT:
		return "not a sound snapshot of this format";
	case CYT_ERR_SINK:
		return "the output was refused";
	default:
		return "unknown error";
	}
}

const char *
cyt_version(void)
{
	return TEXT(CYT_VERSION_MAJOR) "." TEXT(CYT_VERSION_MINOR) "." TEXT(CYT_VERSION_PATCH);
}
