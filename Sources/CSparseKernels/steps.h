// Optimisers, candidate nodes, and loops over plain arrays; included once for each instruction set.

/// lasso · sign(weight), and 0 for a weight of 0.
static inline ALWAYS f16 NAMED(shrinkage)(f16 weight, float lasso) {
    const i16 sign = (i16)weight & (int32_t)0x80000000;
    return (f16)(((i16)SPLAT(lasso) | sign) & (weight != 0.0f));
}

static void NAMED(adam)(const sparse_step *s, float *w, const float *g, float *first,
                        float *second, int64_t count) {
    for (int64_t i = 0; i < count; i += SPARSE_LANES) {
        const f16 gradient = LOAD(g + i);
        const f16 m = LOAD(first + i) * s->momentum + gradient * (1.0f - s->momentum);
        const f16 v =
            LOAD(second + i) * s->second_decay + gradient * gradient * (1.0f - s->second_decay);
        STORE(first + i, m);
        STORE(second + i, v);
        const f16 size = __builtin_elementwise_sqrt(v * s->second_correction) + 1e-8f;
        const f16 weight = LOAD(w + i);
        const f16 direction = m * s->first_correction / size + weight * s->weight_decay +
                              NAMED(shrinkage)(weight, s->lasso);
        STORE(w + i, weight - direction * s->rate);
    }
}

static void NAMED(nesterov)(const sparse_step *s, float *w, const float *g, float *velocity,
                            int64_t count) {
    for (int64_t i = 0; i < count; i += SPARSE_LANES) {
        const f16 gradient = LOAD(g + i);
        const f16 v = LOAD(velocity + i) * s->momentum + gradient;
        STORE(velocity + i, v);
        const f16 weight = LOAD(w + i);
        const f16 direction = gradient + v * s->momentum + weight * s->weight_decay +
                              NAMED(shrinkage)(weight, s->lasso);
        STORE(w + i, weight - direction * s->rate);
    }
}

static void NAMED(activate)(float *values, int64_t count, int32_t activation) {
    for (int64_t i = 0; i < count; i += SPARSE_LANES)
        STORE(values + i, NAMED(activated)(LOAD(values + i), activation));
}

static void NAMED(exponential)(float *values, int64_t count) {
    for (int64_t i = 0; i < count; i += SPARSE_LANES)
        STORE(values + i, NAMED(exp16)(LOAD(values + i)));
}

static void NAMED(logarithm)(float *values, int64_t count) {
    for (int64_t i = 0; i < count; i += SPARSE_LANES)
        STORE(values + i, NAMED(log16)(LOAD(values + i)));
}

static void NAMED(average)(double *means, const float *values, int64_t count, double share) {
    for (int64_t i = 0; i < count; i += 8) {
        const d8 value = __builtin_convertvector(*(const loose8 *)(values + i), d8);
        loosed8 *const mean = (loosed8 *)(means + i);
        *mean = *mean + (value - *mean) * share;
    }
}

/// Mean and deviation of one candidate over the rows that are not ignored.
static void NAMED(moments)(const sparse_pool *p, const float *values, float *mean,
                           float *deviation) {
    f16 sum = SPLAT(0.0f);
    for (int32_t block = 0; block < p->block_count; block++)
        for (int32_t c = 0; c < p->width; c += SPARSE_LANES) {
            const i16 mask = NAMED(counted)(block * p->width + c, p->rows);
            sum += CHOOSE(mask, LOAD(values + block * p->block_stride + c), SPLAT(0.0f));
        }
    const float centre = NAMED(sum16)(sum) / (float)p->rows;
    f16 squares = SPLAT(0.0f);
    for (int32_t block = 0; block < p->block_count; block++)
        for (int32_t c = 0; c < p->width; c += SPARSE_LANES) {
            const i16 mask = NAMED(counted)(block * p->width + c, p->rows);
            const f16 apart = LOAD(values + block * p->block_stride + c) - centre;
            squares += CHOOSE(mask, apart * apart, SPLAT(0.0f));
        }
    *mean = centre;
    *deviation = __builtin_sqrtf(NAMED(sum16)(squares) / (float)p->rows);
}

/// Covariance of one candidate with one output's centred errors.
static float NAMED(covariance)(const sparse_pool *p, const float *values, const float *residuals) {
    f16 sum = SPLAT(0.0f);
    for (int32_t block = 0; block < p->block_count; block++)
        for (int32_t c = 0; c < p->width; c += SPARSE_LANES)
            sum += LOAD(values + block * p->block_stride + c) *
                   LOAD(residuals + (int64_t)block * p->width + c);
    return NAMED(sum16)(sum) / (float)p->rows;
}

/// With S = Σ_o |cov(a, r_o)| / sd(a):
/// ∂S/∂a_b = Σ_o sign_o·r_ob / (n·sd) − S·(a_b − mean) / (n·sd²).
static void NAMED(ascent)(const sparse_pool *p, int32_t candidate, float mean, float deviation) {
    const int64_t length = (int64_t)p->block_count * p->width;
    const float *covariances = p->covariances + (int64_t)candidate * p->output_count;
    const float share = 1.0f / ((float)p->rows * deviation);
    const float pull = p->objectives[candidate] * share / deviation;
    for (int32_t block = 0; block < p->block_count; block++)
        for (int32_t c = 0; c < p->width; c += SPARSE_LANES) {
            const int64_t at = (int64_t)candidate * p->width + block * p->block_stride + c;
            const f16 value = LOAD(p->values + at);
            f16 push = SPLAT(0.0f);
            for (int32_t o = 0; o < p->output_count; o++) {
                const float sign = covariances[o] < 0.0f ? -share : share;
                push += LOAD(p->residuals + o * length + (int64_t)block * p->width + c) * sign;
            }
            const f16 ascent = (push - (value - mean) * pull) *
                               NAMED(slope)(value, p->activation);
            const i16 mask = NAMED(counted)(block * p->width + c, p->rows);
            STORE(p->deltas + at, CHOOSE(mask, -ascent, SPLAT(0.0f)));
        }
}

static void NAMED(correlate)(const sparse_pool *p) {
    for (int32_t i = 0; i < p->candidate_count; i++) {
        const float *values = p->values + (int64_t)i * p->width;
        float mean, deviation;
        NAMED(moments)(p, values, &mean, &deviation);
        // A candidate with constant output has covariance 0; the bound only avoids 0/0.
        deviation = deviation > 1e-6f ? deviation : 1e-6f;
        float total = 0;
        for (int32_t o = 0; o < p->output_count; o++) {
            const float covariance = NAMED(covariance)(
                p, values, p->residuals + (int64_t)o * p->block_count * p->width);
            p->covariances[(int64_t)i * p->output_count + o] = covariance;
            total += covariance < 0.0f ? -covariance : covariance;
        }
        p->objectives[i] = total / deviation;
        NAMED(ascent)(p, i, mean, deviation);
    }
}

static float NAMED(peak)(int64_t rounds, float factor, float summand) {
    f16 chains[12];
    for (int c = 0; c < 12; c++) chains[c] = SPLAT((float)c);
    for (int64_t round = 0; round < rounds; round++)
        for (int c = 0; c < 12; c++) chains[c] = chains[c] * factor + summand;
    f16 sum = chains[0];
    for (int c = 1; c < 12; c++) sum += chains[c];
    return NAMED(sum16)(sum);
}

static const sparse_kernels NAMED(table) = {
    .forward = NAMED(forward),
    .backward = NAMED(backward),
    .residuals = NAMED(residuals),
    .score = NAMED(score),
    .products = NAMED(products),
    .squares = NAMED(squares),
    .activate = NAMED(activate),
    .adam = NAMED(adam),
    .nesterov = NAMED(nesterov),
    .drop = NAMED(drop),
    .disturb = NAMED(disturb),
    .square_sum = NAMED(square_sum),
    .multiply = NAMED(multiply),
    .average = NAMED(average),
    .correlate = NAMED(correlate),
    .exponential = NAMED(exponential),
    .logarithm = NAMED(logarithm),
    .peak = NAMED(peak),
    .gather_bytes = NAMED(gather_bytes),
};
