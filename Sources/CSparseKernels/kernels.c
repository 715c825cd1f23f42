#include "CSparseKernels.h"

// Each product and each sum is rounded, on every machine (no fused multiply–add).
#pragma STDC FP_CONTRACT OFF
#pragma clang diagnostic ignored "-Wpsabi"

typedef float f16 __attribute__((vector_size(64)));
typedef float f8 __attribute__((vector_size(32)));
typedef float f4 __attribute__((vector_size(16)));
typedef double d8 __attribute__((vector_size(64)));
typedef uint8_t b16 __attribute__((vector_size(16)));
typedef int32_t i16 __attribute__((vector_size(64)));
typedef uint32_t u16 __attribute__((vector_size(64)));
typedef float loose16 __attribute__((vector_size(64), aligned(4), may_alias));
typedef float loose8 __attribute__((vector_size(32), aligned(4), may_alias));
typedef double loosed8 __attribute__((vector_size(64), aligned(8), may_alias));
typedef int32_t loosei16 __attribute__((vector_size(64), aligned(4), may_alias));

#define ALWAYS __attribute__((always_inline))
#define SPLAT(number) ((f16){} + (number))
#define LOAD(pointer) ((f16) * (const loose16 *)(pointer))
#define LOADI(pointer) ((i16) * (const loosei16 *)(pointer))
#define STORE(pointer, vector) (*(loose16 *)(pointer) = (vector))
#define CHOOSE(mask, yes, no) ((f16)(((mask) & (i16)(yes)) | (~(mask) & (i16)(no))))

#define NAMED(name) name##_baseline
#include "elementary.h"
#include "gradients.h"
#include "passes.h"
#include "losses.h"
#include "noise.h"
#include "rows.h"
#include "steps.h"
#undef NAMED

#if defined(__x86_64__)

#define NAMED(name) name##_v3
#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#include "elementary.h"
#include "gradients.h"
#include "passes.h"
#include "losses.h"
#include "noise.h"
#include "rows.h"
#include "steps.h"
#pragma clang attribute pop
#undef NAMED

// Without a minimum width the compiler would split vectors of 512 bits in two.
#define NAMED(name) name##_v4
#pragma clang attribute push(__attribute__((target("arch=x86-64-v4"), min_vector_width(512))), \
                             apply_to = function)
#include "elementary.h"
#include "gradients.h"
#include "passes.h"
#include "losses.h"
#include "noise.h"
#include "rows.h"
#include "steps.h"
#pragma clang attribute pop
#undef NAMED

const sparse_kernels *sparse_kernels_for(int32_t instruction_set) {
    __builtin_cpu_init();
    if (instruction_set == SPARSE_BASELINE) return &table_baseline;
    if (instruction_set == SPARSE_V3 && __builtin_cpu_supports("x86-64-v3")) return &table_v3;
    if (instruction_set == SPARSE_V4 && __builtin_cpu_supports("x86-64-v4")) return &table_v4;
    return 0;
}

#else

const sparse_kernels *sparse_kernels_for(int32_t instruction_set) {
    return instruction_set == SPARSE_BASELINE ? &table_baseline : 0;
}

#endif

void sparse_gather(const float *column, const int32_t *rows, int64_t stride, int32_t count,
                   int32_t width, float *values) {
    for (int32_t b = 0; b < count; b++) values[b] = column[rows[b] * stride];
    for (int32_t b = count; b < width; b++) values[b] = 0;
}

int32_t sparse_all_finite(const float *values, int64_t count) {
    int32_t finite = 1;
    for (int64_t i = 0; i < count; i++) {
        uint32_t bits;
        __builtin_memcpy(&bits, values + i, sizeof bits);
        finite &= (bits & 0x7f800000u) != 0x7f800000u;
    }
    return finite;
}
