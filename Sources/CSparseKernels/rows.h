// Converts rows of bytes to scaled columns of a block; included once for each instruction set.

#ifndef CACHE_LINE
/// Size of a cache line in bytes; if lines are larger, some are prefetched twice.
#define CACHE_LINE 64
#endif

/// Transposes 16 rows of 16 bytes: each round doubles the number of interleaved rows.
static inline ALWAYS void NAMED(turn16)(b16 *rows) {
    b16 mixed[16];
    for (int round = 0; round < 4; round++) {
        for (int i = 0; i < 8; i++) {
            mixed[2 * i] = __builtin_shufflevector(rows[i], rows[i + 8], 0, 16, 1, 17, 2, 18, 3, 19,
                                                   4, 20, 5, 21, 6, 22, 7, 23);
            mixed[2 * i + 1] = __builtin_shufflevector(rows[i], rows[i + 8], 8, 24, 9, 25, 10, 26,
                                                       11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
        }
        for (int i = 0; i < 16; i++) rows[i] = mixed[i];
    }
}

/// Reads a tile of up to 16 features of 16 rows; missing rows are 0.
static inline ALWAYS void NAMED(tile)(const uint8_t *const *rows, int64_t feature, int64_t left,
                                      b16 *tile) {
    for (int r = 0; r < SPARSE_LANES; r++) {
        tile[r] = (b16){};
        if (!rows[r]) continue;
        const uint8_t *bytes = rows[r] + feature;
        if (left >= SPARSE_LANES)
            __builtin_memcpy(&tile[r], bytes, SPARSE_LANES);
        else
            for (int i = 0; i < left; i++) tile[r][i] = bytes[i];
    }
}

static inline ALWAYS f16 NAMED(scaled)(const sparse_bytes *table, b16 bytes, int64_t feature) {
    const f16 clip = SPLAT(table->clip);
    f16 z = __builtin_convertvector(bytes, f16) * table->scales[feature] + table->offsets[feature];
    z = CHOOSE(z < clip, z, clip);
    return CHOOSE(z > -clip, z, -clip);
}

/// Finds the first bytes of up to 16 rows.
static inline ALWAYS void NAMED(find_rows)(const sparse_bytes *table, const int32_t *rows,
                                           int32_t count, const uint8_t **found) {
    for (int r = 0; r < SPARSE_LANES; r++)
        found[r] = r < count ? table->bytes + rows[r] * table->feature_count : 0;
}

/// Prefetches the bytes of 16 rows from a feature on. Rows of a batch lie anywhere in the table, so
/// each row is a cache miss; without prefetching, three quarters of the time was spent waiting.
///
/// Returns the first feature that it has not prefetched.
static inline ALWAYS int64_t NAMED(fetch)(const uint8_t *const *rows, int64_t feature) {
    for (int r = 0; r < SPARSE_LANES; r++)
        if (rows[r]) __builtin_prefetch(rows[r] + feature);
    return feature + CACHE_LINE;
}

static void NAMED(gather_bytes)(const sparse_bytes *table, const int32_t *rows, int32_t count,
                                const intptr_t *inputs, int64_t input_count, int32_t width,
                                float *values) {
    const i16 lanes = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    const uint8_t *now[16], *next[16];
    NAMED(find_rows)(table, rows, count, now);
    for (int64_t i = 0, fetched = 0; i < input_count; i++)
        if (inputs[i] >= fetched) fetched = NAMED(fetch)(now, inputs[i]);
    for (int32_t column = 0; column < width; column += SPARSE_LANES) {
        const int32_t later = column + SPARSE_LANES;
        NAMED(find_rows)(table, rows + later, count - later, next);
        const i16 is_row = lanes < count - column;
        int64_t fetched = 0;
        for (int64_t first = 0, end; first < input_count; first = end) {
            const int64_t feature = inputs[first] & ~(int64_t)(SPARSE_LANES - 1);
            end = first + 1;
            while (end < input_count && inputs[end] < feature + SPARSE_LANES) end++;
            if (inputs[first] >= fetched) fetched = NAMED(fetch)(next, inputs[first]);
            b16 tile[16];
            NAMED(tile)(now, feature, table->feature_count - feature, tile);
            NAMED(turn16)(tile);
            for (int64_t i = first; i < end; i++) {
                const f16 z = NAMED(scaled)(table, tile[inputs[i] - feature], inputs[i]);
                STORE(values + inputs[i] * width + column, (f16)((i16)z & is_row));
            }
        }
        __builtin_memcpy(now, next, sizeof now);
    }
}
