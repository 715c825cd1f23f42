// Replaces the C library's allocator, in the program of the tests only, by one that counts and
// then calls the original. Swift's runtime takes its memory here as well. Each thread counts for
// itself, so that tests which run at the same time do not disturb one another.

#include "CAllocationCount.h"

#include <errno.h>
#include <stddef.h>

// The names under which glibc offers its allocator to those who replace it.
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

static _Thread_local int64_t allocations;

int64_t allocation_count(void)
{
    return allocations;
}

void *malloc(size_t size)
{
    allocations += 1;
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    allocations += 1;
    return __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    allocations += 1;
    return __libc_realloc(old, size);
}

void *memalign(size_t alignment, size_t size)
{
    allocations += 1;
    return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    allocations += 1;
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size)
{
    if (alignment % sizeof(void *) != 0 || alignment == 0 || (alignment & (alignment - 1)) != 0) {
        return EINVAL;
    }
    allocations += 1;
    void *taken = __libc_memalign(alignment, size);
    if (taken == NULL) {
        return ENOMEM;
    }
    *memory = taken;
    return 0;
}
