// Gaussian noise; included once for each instruction set.

/// 2 × 16 independent numbers ~ N(0, 1) from two hashes each (Box and Muller, "A note on the
/// generation of random normal deviates", 1958).
///
/// The angle is drawn within ± an eighth of a turn, where short Taylor series of sine and
/// cosine suffice (tails below 4e-7); three bits choose the octant. The largest absolute value is
/// √(−2·ln 2⁻²⁴) ≈ 5.8.
static inline ALWAYS void NAMED(normal16x2)(u16 size_bits, u16 angle_bits, f16 *first,
                                            f16 *second) {
    const f16 unit = __builtin_convertvector((i16)(size_bits >> 8) + 1, f16) * 0x1p-24f;
    const f16 radius = __builtin_elementwise_sqrt(NAMED(log16)(unit) * -2.0f);
    const f16 angle = __builtin_convertvector((i16)(angle_bits << 3) >> 8, f16) *
                      (0x1.921fb6p-1f * 0x1p-23f);
    const f16 square = angle * angle;
    f16 sine = square * (-1.0f / 5040) + (1.0f / 120);
    sine = sine * square - (1.0f / 6);
    sine = angle + angle * square * sine;
    f16 cosine = square * (1.0f / 40320) - (1.0f / 720);
    cosine = cosine * square + (1.0f / 24);
    cosine = cosine * square - 0.5f;
    cosine = cosine * square + 1.0f;
    const i16 is_swapped = (i16)(angle_bits << 2) >> 31;
    const f16 x = CHOOSE(is_swapped, sine, cosine);
    const f16 y = CHOOSE(is_swapped, cosine, sine);
    const int32_t sign = (int32_t)0x80000000;
    *first = (f16)((i16)(x * radius) ^ ((i16)angle_bits & sign));
    *second = (f16)((i16)(y * radius) ^ ((i16)(angle_bits << 1) & sign));
}

static inline ALWAYS void NAMED(add_scaled)(float *values, f16 numbers, float factor) {
    STORE(values, LOAD(values) + numbers * factor);
}

/// Positions 0…15 and 16…31 of the batch share their hashes, as do 32…47 and 48…63, and so on,
/// for every block width.
static void NAMED(disturb)(const sparse_noise *noise, const intptr_t *inputs,
                           int64_t input_count, int32_t width, float *values) {
    const uint64_t key = NAMED(step_key)(noise->key, noise->step);
    const u16 index = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    for (int64_t i = 0; i < input_count; i++) {
        const uint64_t sizes = NAMED(mix64)(key + (uint64_t)(2 * inputs[i] + 1) * SPARSE_GAMMA);
        const uint64_t angles = NAMED(mix64)(key + (uint64_t)(2 * inputs[i] + 2) * SPARSE_GAMMA);
        float *x = values + (int64_t)inputs[i] * width;
        for (int32_t c = 0; c < width;) {
            const uint32_t place = noise->position + (uint32_t)c;
            const u16 pair = index + place / (2 * SPARSE_LANES) * SPARSE_LANES;
            f16 first, second;
            NAMED(normal16x2)(
                NAMED(hash16)(pair + (uint32_t)sizes, (uint32_t)(sizes >> 32)),
                NAMED(hash16)(pair + (uint32_t)angles, (uint32_t)(angles >> 32)),
                &first, &second);
            if (place / SPARSE_LANES % 2 == 0) {
                NAMED(add_scaled)(x + c, first, noise->deviation);
                c += SPARSE_LANES;
            }
            if (c < width) NAMED(add_scaled)(x + c, second, noise->deviation);
            c += SPARSE_LANES;
        }
    }
}
