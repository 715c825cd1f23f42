// Loaded before the C library, it makes the disk seem full to a process that writes a study, for as
// long as the file exists that FULL_DISK names. What is on the disk already, such as the lock file,
// can be written over, as on a disk that is really full.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int is_full(int descriptor) {
    const char *mark = getenv("FULL_DISK");
    if (!mark || access(mark, F_OK) != 0) return 0;
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return strstr(path, ".sqlite") && !strstr(path, "-lock");
}

#define WRITES(name, offset_type)                                                             \
    ssize_t name(int descriptor, const void *bytes, size_t count, offset_type offset) {       \
        ssize_t (*real)(int, const void *, size_t, offset_type) = dlsym(RTLD_NEXT, #name);    \
        if (is_full(descriptor)) return errno = ENOSPC, -1;                                   \
        return real(descriptor, bytes, count, offset);                                        \
    }

WRITES(pwrite, off_t)
WRITES(pwrite64, off64_t)
