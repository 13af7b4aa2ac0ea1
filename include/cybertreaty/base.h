/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * What every other header needs: the export macro, versions, error codes and dates.
 *
 * Nothing here is owned by anybody. Every function may be called from any thread.
 */
#ifndef CYBERTREATY_BASE_H
#define CYBERTREATY_BASE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define CYT_API __attribute__((visibility("default")))
#else
#define CYT_API
#endif

/** Version of the headers; cyt_version() tells that of the library. @since 1.0 */
#define CYT_VERSION_MAJOR 0
#define CYT_VERSION_MINOR 1
#define CYT_VERSION_PATCH 0

/**
 * Results of functions that can fail: 0, or one of these.
 *
 * @since 1.0
 */
enum cyt_error {
	CYT_OK = 0,
	CYT_ERR_NOMEM = -1,   /**< an allocation failed; nothing was changed */
	CYT_ERR_INVALID = -2, /**< an argument makes no sense */
	CYT_ERR_NOTFOUND = -3, /**< a name that the corpus does not have */
	CYT_ERR_DATA = -4,    /**< the input has errors; see the diagnostics */
	CYT_ERR_IO = -5,      /**< a file could not be read or written */
	CYT_ERR_LIMIT = -6,   /**< a size limit of the library was passed */
	CYT_ERR_FOREIGN = -7, /**< a handle of another corpus */
	CYT_ERR_FORMAT = -8,  /**< a snapshot of another format, byte order or damaged */
	CYT_ERR_SINK = -9,    /**< the sink refused the output */
	CYT_ERR_PAD_ = INT32_MIN
};

/** A short English text for an error code; never NULL. @since 1.0 */
CYT_API const char *
cyt_strerror(int error);

/** Version of the library as "major.minor.patch". @since 1.0 */
CYT_API const char *
cyt_version(void);

/** Version of the libxml2 the library was built against. @since 1.0 */
CYT_API const char *
cyt_libxml2_version(void);

/** Number of the snapshot format that this library reads and writes. @since 1.0 */
CYT_API uint32_t
cyt_format_version(void);

/**
 * A date as the number yyyymmdd, with 00 for a month or day that is not known.
 *
 * 0 means no date. A partial date counts from its first day, so 20240000 and
 * 20240101 compare as the same day in queries.
 *
 * @since 1.0
 */
typedef int32_t cyt_date;

/** Room for a date as text with its terminator: "yyyy-mm-dd". @since 1.0 */
#define CYT_DATE_SIZE 11

/**
 * Reads "YYYY", "YYYY-MM" or "YYYY-MM-DD"; 0 for anything else, also for days
 * that do not exist.
 *
 * @since 1.0
 */
CYT_API cyt_date
cyt_date_parse(const char *text);

/** Writes a date as precisely as it is known; "" for 0. @since 1.0 */
CYT_API void
cyt_date_format(cyt_date date, char out[CYT_DATE_SIZE]);

/**
 * Takes a piece of output.
 *
 * Return 0 to go on; anything else ends the export with CYT_ERR_SINK.
 *
 * @since 1.0
 */
typedef int (*cyt_sink)(void *data, const char *text, size_t length);

#ifdef __cplusplus
}
#endif
#endif
