/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Why a file could not be read or written, the same in every locale and from any thread. */
#ifndef BASE_REASON_H
#define BASE_REASON_H

/* An English text for an errno; never NULL. */
const char *reason_text(int code);

#endif
