// Input dropout and loops over all gradients; included once for each instruction set.

/// 16 hashes of 32 bits: lowbias32 (C. Wellons, "Prospecting for hash functions", 2018), with a
/// second key word mixed in halfway, so that inputs with similar first words still differ.
static inline ALWAYS u16 NAMED(hash16)(u16 x, uint32_t second_word) {
    x ^= x >> 16;
    x *= 0x7feb352du;
    x ^= x >> 15;
    x ^= second_word;
    x *= 0x846ca68bu;
    return x ^ (x >> 16);
}

/// The finaliser of SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number
/// generators", 2014).
static inline uint64_t NAMED(mix64)(uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/// The increment of SplitMix64: 2⁶⁴ over the golden ratio, made odd.
#define SPARSE_GAMMA 0x9e3779b97f4a7c15u

/// A different key for each step of each run.
static inline uint64_t NAMED(step_key)(uint64_t run, uint64_t step) {
    return NAMED(mix64)(NAMED(mix64)(run + SPARSE_GAMMA) + step * SPARSE_GAMMA);
}

static void NAMED(drop)(const sparse_dropout *dropout, const intptr_t *inputs,
                        int64_t input_count, int32_t width, float *values) {
    const uint64_t key = NAMED(step_key)(dropout->key, dropout->step);
    const u16 index = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    for (int64_t i = 0; i < input_count; i++) {
        const uint64_t words = NAMED(mix64)(key + (uint64_t)(inputs[i] + 1) * SPARSE_GAMMA);
        const u16 first = index + ((uint32_t)words + dropout->position);
        float *x = values + (int64_t)inputs[i] * width;
        for (int32_t c = 0; c < width; c += SPARSE_LANES) {
            const u16 hash = NAMED(hash16)(first + (uint32_t)c, (uint32_t)(words >> 32));
            const i16 keeps = hash >= dropout->threshold;
            STORE(x + c, CHOOSE(keeps, LOAD(x + c) * dropout->scale, SPLAT(0.0f)));
        }
    }
}

/// Squares are added in 16 lanes of double precision, then the lanes are added one after another.
static double NAMED(square_sum)(const float *values, int64_t count) {
    d8 low = {0}, high = {0};
    for (int64_t i = 0; i < count; i += SPARSE_LANES) {
        const f16 v = LOAD(values + i);
        const d8 a = __builtin_convertvector(
            __builtin_shufflevector(v, v, 0, 1, 2, 3, 4, 5, 6, 7), d8);
        const d8 b = __builtin_convertvector(
            __builtin_shufflevector(v, v, 8, 9, 10, 11, 12, 13, 14, 15), d8);
        low += a * a;
        high += b * b;
    }
    const d8 lanes = low + high;
    double sum = lanes[0];
    for (int lane = 1; lane < 8; lane++) sum += lanes[lane];
    return sum;
}

static void NAMED(multiply)(float *values, int64_t count, float factor) {
    for (int64_t i = 0; i < count; i += SPARSE_LANES)
        STORE(values + i, LOAD(values + i) * factor);
}
