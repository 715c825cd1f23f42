// Rows of bytes become scaled columns of a block; included once for each instruction set.

/// Turns 16 rows of 16 bytes into 16 columns: each round doubles how many rows lie interleaved.
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

/// Reads a tile of up to 16 features of up to 16 rows; what is beyond them is 0.
static inline ALWAYS void NAMED(tile)(const sparse_bytes *table, const int32_t *rows,
                                      int32_t row_count, int64_t feature, b16 *tile) {
    const int64_t left = table->feature_count - feature;
    for (int r = 0; r < SPARSE_LANES; r++) {
        tile[r] = (b16){};
        if (r >= row_count) continue;
        const uint8_t *bytes = table->bytes + rows[r] * table->feature_count + feature;
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

static void NAMED(gather_bytes)(const sparse_bytes *table, const int32_t *rows, int32_t count,
                                const intptr_t *inputs, int64_t input_count, int32_t width,
                                float *values) {
    const i16 lanes = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    for (int64_t first = 0, end; first < input_count; first = end) {
        const int64_t feature = inputs[first] & ~(int64_t)(SPARSE_LANES - 1);
        end = first + 1;
        while (end < input_count && inputs[end] < feature + SPARSE_LANES) end++;
        for (int32_t column = 0; column < width; column += SPARSE_LANES) {
            b16 tile[16];
            NAMED(tile)(table, rows + column, count - column, feature, tile);
            NAMED(turn16)(tile);
            const i16 is_row = lanes < count - column;
            for (int64_t i = first; i < end; i++) {
                const f16 z = NAMED(scaled)(table, tile[inputs[i] - feature], inputs[i]);
                STORE(values + inputs[i] * width + column, (f16)((i16)z & is_row));
            }
        }
    }
}
