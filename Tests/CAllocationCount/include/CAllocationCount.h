#ifndef ALLOCATION_COUNT_H
#define ALLOCATION_COUNT_H

#include <stdint.h>

/// How often the calling thread has asked for memory since it began.
int64_t allocation_count(void);

/// How many bytes the calling thread has got and not given back; negative where it gave back more
/// than it got, which other threads had got.
int64_t allocated_bytes(void);

#endif
