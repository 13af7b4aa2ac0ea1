/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Why a file could not be read or written. */
#include "base/reason.h"

#include <errno.h>

const char *
reason_text(int code)
{
	switch (code) {
	case ENOENT:
		return "no such file or folder";
	case ENOTDIR:
		return "a part of the path is not a folder";
	case EISDIR:
		return "it is a folder";
	case EACCES:
	case EPERM:
		return "permission denied";
	case ENAMETOOLONG:
		return "the path is too long";
	case EMFILE:
	case ENFILE:
		return "too many open files";
	case ENOMEM:
		return "out of memory";
	default:
		return "input or output error";
	}
}
