// Losses and their gradients over one block; included once for each instruction set.

/// Writes the classes' scaled probabilities to the outputs' deltas; returns max and Σ exp(z − max).
static inline ALWAYS void NAMED(softmax)(const sparse_pass *p, int32_t column, f16 *largest,
                                         f16 *total) {
    const int32_t width = p->width;
    const int64_t first = (int64_t)(p->node_count - p->output_count) * width + column;
    f16 top = LOAD(p->values + first);
    for (int32_t o = 1; o < p->output_count; o++) {
        const f16 z = LOAD(p->values + first + (int64_t)o * width);
        top = CHOOSE(z > top, z, top);
    }
    f16 sum = SPLAT(0.0f);
    for (int32_t o = 0; o < p->output_count; o++) {
        const int64_t at = first + (int64_t)o * width;
        const f16 e = NAMED(exp16)(LOAD(p->values + at) - top);
        STORE(p->deltas + at, e);
        sum += e;
    }
    *largest = top;
    *total = sum;
}

static inline ALWAYS f16 NAMED(logistic)(f16 z) { return 1.0f / (1.0f + NAMED(exp16)(-z)); }

/// A bit mask with 1 for the columns that are not ignored.
static inline ALWAYS i16 NAMED(counted)(int32_t column, int32_t rows) {
    const i16 index = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    return index + column < rows;
}

/// Errors of numbers: a row of targets has one for each output.
static void NAMED(differences)(const sparse_pass *p, const sparse_targets *t, float scale) {
    const int64_t first = (int64_t)(p->node_count - p->output_count) * p->width;
    for (int32_t o = 0; o < p->output_count; o++) {
        const int64_t row = (int64_t)o * p->width;
        for (int32_t c = 0; c < p->width; c += SPARSE_LANES) {
            const i16 mask = NAMED(counted)(c, t->rows);
            const f16 value = LOAD(p->values + first + row + c);
            const f16 error = (value - LOAD(t->values + row + c)) * scale;
            STORE(p->deltas + first + row + c, CHOOSE(mask, error, SPLAT(0.0f)));
        }
    }
}

static void NAMED(residuals)(const sparse_pass *p, const sparse_targets *t, float scale) {
    if (t->loss == SPARSE_SQUARED) {
        NAMED(differences)(p, t, scale);
        return;
    }
    const int32_t width = p->width;
    float *deltas = p->deltas + (int64_t)(p->node_count - p->output_count) * width;
    const float *values = p->values + (int64_t)(p->node_count - p->output_count) * width;
    for (int32_t c = 0; c < width; c += SPARSE_LANES) {
        const i16 mask = NAMED(counted)(c, t->rows);
        const f16 size = t->weights ? LOAD(t->weights + c) * scale : SPLAT(scale);
        if (t->loss == SPARSE_SOFTMAX) {
            f16 largest, total;
            NAMED(softmax)(p, c, &largest, &total);
            const f16 share = size / total;
            for (int32_t o = 0; o < p->output_count; o++) {
                float *d = deltas + (int64_t)o * width + c;
                const i16 hit = LOADI(t->labels + c) == o;
                const f16 error = LOAD(d) * share - CHOOSE(hit, size, SPLAT(0.0f));
                STORE(d, CHOOSE(mask, error, SPLAT(0.0f)));
            }
        } else {
            const f16 wanted = __builtin_convertvector(LOADI(t->labels + c), f16);
            const f16 error = (NAMED(logistic)(LOAD(values + c)) - wanted) * size;
            STORE(deltas + c, CHOOSE(mask, error, SPLAT(0.0f)));
        }
    }
}

static void NAMED(score_softmax)(const sparse_pass *p, const sparse_targets *t, sparse_score *s) {
    const int32_t width = p->width;
    const float *z = p->values + (int64_t)(p->node_count - p->output_count) * width;
    for (int32_t c = 0; c < t->rows; c += SPARSE_LANES) {
        f16 largest, total;
        NAMED(softmax)(p, c, &largest, &total);
        i16 winner = {0};
        f16 top = LOAD(z + c);
        for (int32_t o = 1; o < p->output_count; o++) {
            const f16 value = LOAD(z + (int64_t)o * width + c);
            const i16 better = value > top;
            top = CHOOSE(better, value, top);
            winner = (better & o) | (~better & winner);
        }
        const f16 loss = NAMED(log16)(total) + largest;
        for (int32_t b = 0; b < SPARSE_LANES && c + b < t->rows; b++) {
            const int32_t label = t->labels[c + b];
            s->loss += (double)loss[b] - (double)z[(int64_t)label * width + c + b];
            s->correct += winner[b] == label;
        }
    }
}

/// Cross-entropy of one logistic output: max(z, 0) − z·y + ln(1 + e^−|z|).
static void NAMED(score_logistic)(const sparse_pass *p, const sparse_targets *t, sparse_score *s) {
    const float *z = p->values + (int64_t)(p->node_count - p->output_count) * p->width;
    for (int32_t c = 0; c < t->rows; c += SPARSE_LANES) {
        const f16 value = LOAD(z + c);
        const f16 size = (f16)((i16)value & 0x7fffffff);
        const f16 wanted = __builtin_convertvector(LOADI(t->labels + c), f16);
        const f16 tail = NAMED(log16)(1.0f + NAMED(exp16)(-size));
        const f16 loss = CHOOSE(value > 0.0f, value, SPLAT(0.0f)) - value * wanted + tail;
        for (int32_t b = 0; b < SPARSE_LANES && c + b < t->rows; b++) {
            s->loss += (double)loss[b];
            s->correct += (value[b] > 0.0f) == (t->labels[c + b] != 0);
        }
    }
}

static void NAMED(score)(const sparse_pass *p, const sparse_targets *t, sparse_score *s) {
    if (t->loss == SPARSE_SOFTMAX) {
        NAMED(score_softmax)(p, t, s);
        return;
    }
    if (t->loss == SPARSE_LOGISTIC) {
        NAMED(score_logistic)(p, t, s);
        return;
    }
    const float *z = p->values + (int64_t)(p->node_count - p->output_count) * p->width;
    const float *wanted = t->values;
    for (int32_t o = 0; o < p->output_count; o++, z += p->width, wanted += p->width)
        for (int32_t b = 0; b < t->rows; b++) {
            const double error = (double)z[b] - (double)wanted[b];
            s->squared_error += error * error;
            s->loss += 0.5 * (error * error);
        }
}
