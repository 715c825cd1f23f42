// Replaces the C library's allocator, in the program of the tests only, by one that counts and
// then calls the original. Swift's runtime takes its memory here as well. Each thread counts for
// itself, so that tests which run at the same time do not disturb one another.

#include "CAllocationCount.h"

#include <errno.h>
#include <malloc.h>
#include <stddef.h>

// The names under which glibc offers its allocator to programs that replace it.
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
void __libc_free(void *memory);

static _Thread_local int64_t allocations;
static _Thread_local int64_t bytes;

int64_t allocation_count(void)
{
    return allocations;
}

int64_t allocated_bytes(void)
{
    return bytes;
}

static int64_t size_of(void *memory)
{
    return (int64_t)malloc_usable_size(memory);
}

static void *counted(void *memory)
{
    allocations += 1;
    bytes += size_of(memory);
    return memory;
}

void *malloc(size_t size)
{
    return counted(__libc_malloc(size));
}

void *calloc(size_t count, size_t size)
{
    return counted(__libc_calloc(count, size));
}

void *realloc(void *old, size_t size)
{
    int64_t before = size_of(old);
    void *memory = __libc_realloc(old, size);
    // What cannot grow stays as it is.
    if (memory != NULL || size == 0) {
        bytes -= before;
    }
    return counted(memory);
}

void free(void *memory)
{
    bytes -= size_of(memory);
    __libc_free(memory);
}

void *memalign(size_t alignment, size_t size)
{
    return counted(__libc_memalign(alignment, size));
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return counted(__libc_memalign(alignment, size));
}

int posix_memalign(void **memory, size_t alignment, size_t size)
{
    if (alignment % sizeof(void *) != 0 || alignment == 0 || (alignment & (alignment - 1)) != 0) {
        return EINVAL;
    }
    void *taken = counted(__libc_memalign(alignment, size));
    if (taken == NULL) {
        return ENOMEM;
    }
    *memory = taken;
    return 0;
}
