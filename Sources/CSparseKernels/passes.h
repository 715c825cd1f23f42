// Forward and backward pass; included once for each instruction set.
//
// `chunks` is width / 16, a constant after inlining, so that all sums of a row stay in registers.

/// Where the weight of a connection stands in `weights`; connections are counted by target. Each
/// has its own weight, at its own place. Connections that share weights need an index here; the
/// backward pass has one already, `column_weight`.
static inline ALWAYS int32_t NAMED(weight_of)(const sparse_pass *p, int32_t connection) {
    (void)p;
    return connection;
}

/// A leaky node without its own slope is a rectifier; candidates are such nodes.
static inline ALWAYS f16 NAMED(activated)(f16 z, int32_t activation) {
    if (activation != SPARSE_TANH) return CHOOSE(z > 0.0f, z, SPLAT(0.0f));
    return NAMED(tanh16)(z);
}

/// The derivative of the activation, computed from the node's output.
static inline ALWAYS f16 NAMED(slope)(f16 value, int32_t activation) {
    if (activation != SPARSE_TANH) return CHOOSE(value > 0.0f, SPLAT(1.0f), SPLAT(0.0f));
    return 1.0f - value * value;
}

/// max(z, 0) + slope·min(z, 0) (He et al., "Delving deep into rectifiers", 2015, equation 1).
/// The sums are kept: if the slope is 0 or negative, they cannot be recovered from the output.
static inline ALWAYS void NAMED(leak)(const sparse_pass *p, int32_t row, f16 *sums,
                                      const int chunks) {
    const f16 slope = SPLAT(p->slopes[row]);
    float *kept = p->sums + (int64_t)row * chunks * SPARSE_LANES;
    for (int k = 0; k < chunks; k++) {
        STORE(kept + k * SPARSE_LANES, sums[k]);
        sums[k] = CHOOSE(sums[k] > 0.0f, sums[k], slope * sums[k]);
    }
}

/// Turns ∂L/∂out into ∂L/∂z, and adds Σ ∂L/∂out · min(z, 0) to the slope's gradient (equation 3).
static inline ALWAYS void NAMED(unleak)(const sparse_pass *p, int32_t row, f16 *back,
                                        const int chunks) {
    const f16 slope = SPLAT(p->slopes[row]);
    const float *kept = p->sums + (int64_t)row * chunks * SPARSE_LANES;
    f16 total = SPLAT(0.0f);
    for (int k = 0; k < chunks; k++) {
        const f16 z = LOAD(kept + k * SPARSE_LANES);
        const i16 is_open = z > 0.0f;
        total += CHOOSE(is_open, SPLAT(0.0f), back[k] * z);
        back[k] = CHOOSE(is_open, back[k], back[k] * slope);
    }
    p->slope_gradients[row] += NAMED(sum16)(total);
}

static inline ALWAYS void NAMED(forward_chunks)(const sparse_pass *p, const int chunks) {
    const int32_t width = chunks * SPARSE_LANES;
    for (int32_t row = 0; row < p->node_count - p->input_count; row++) {
        f16 sums[4];
        for (int k = 0; k < chunks; k++) sums[k] = SPLAT(p->biases[row]);
        for (int32_t e = p->row_start[row]; e < p->row_start[row + 1]; e++) {
            const float *x = p->values + (int64_t)p->source[e] * width;
            const f16 w = SPLAT(p->weights[NAMED(weight_of)(p, e)]);
            for (int k = 0; k < chunks; k++) sums[k] += w * LOAD(x + k * SPARSE_LANES);
        }
        float *values = p->values + (int64_t)(row + p->input_count) * width;
        const int is_hidden = row + p->input_count < p->node_count - p->output_count;
        const int is_leaky = is_hidden && p->activation == SPARSE_LEAKY;
        if (is_leaky) NAMED(leak)(p, row, sums, chunks);
        for (int k = 0; k < chunks; k++) {
            if (is_hidden && !is_leaky) sums[k] = NAMED(activated)(sums[k], p->activation);
            STORE(values + k * SPARSE_LANES, sums[k]);
        }
    }
}

/// One source: gradients of its outgoing weights, and, if requested, Σ w·dz into `back`.
static inline ALWAYS void NAMED(column)(const sparse_pass *p, int32_t node, f16 *back,
                                        const int wants_back, const int chunks) {
    const int32_t width = chunks * SPARSE_LANES;
    f16 x[4];
    for (int k = 0; k < chunks; k++)
        x[k] = LOAD(p->values + (int64_t)node * width + k * SPARSE_LANES);
    int32_t e = p->column_start[node];
    const int32_t end = p->column_start[node + 1];
    for (; e + 4 <= end; e += 4) {
        f16 sums[4];
        for (int j = 0; j < 4; j++) {
            const float *d = p->deltas + (int64_t)p->column_target[e + j] * width;
            const f16 w = SPLAT(p->weights[p->column_weight[e + j]]);
            for (int k = 0; k < chunks; k++) {
                const f16 delta = LOAD(d + k * SPARSE_LANES);
                sums[j] = k == 0 ? x[k] * delta : sums[j] + x[k] * delta;
                if (wants_back) back[k] += w * delta;
            }
        }
        const f4 total = NAMED(sum16x4)(sums[0], sums[1], sums[2], sums[3]);
        for (int j = 0; j < 4; j++)
            p->weight_gradients[p->column_weight[e + j]] += total[j];
    }
    for (; e < end; e++) {
        const float *d = p->deltas + (int64_t)p->column_target[e] * width;
        const f16 w = SPLAT(p->weights[p->column_weight[e]]);
        f16 sum = SPLAT(0.0f);
        for (int k = 0; k < chunks; k++) {
            const f16 delta = LOAD(d + k * SPARSE_LANES);
            sum = k == 0 ? x[k] * delta : sum + x[k] * delta;
            if (wants_back) back[k] += w * delta;
        }
        p->weight_gradients[p->column_weight[e]] += NAMED(sum16)(sum);
    }
}

static inline ALWAYS void NAMED(backward_chunks)(const sparse_pass *p, int32_t first_delta,
                                                 const int chunks) {
    const int32_t width = chunks * SPARSE_LANES;
    const int32_t first_output = p->node_count - p->output_count;
    for (int32_t node = p->node_count - 1; node >= 0; node--) {
        float *deltas = p->deltas + (int64_t)node * width;
        if (node < first_output) {
            if (p->column_start[node] == p->column_start[node + 1] && node < p->input_count)
                continue;
            f16 back[4];
            for (int k = 0; k < chunks; k++) back[k] = SPLAT(0.0f);
            if (node < first_delta) {
                NAMED(column)(p, node, back, 0, chunks);
                continue;
            }
            NAMED(column)(p, node, back, 1, chunks);
            const float *values = p->values + (int64_t)node * width;
            const int is_hidden = node >= p->input_count;
            const int is_leaky = is_hidden && p->activation == SPARSE_LEAKY;
            if (is_leaky) NAMED(unleak)(p, node - p->input_count, back, chunks);
            for (int k = 0; k < chunks; k++) {
                if (is_hidden && !is_leaky)
                    back[k] *= NAMED(slope)(LOAD(values + k * SPARSE_LANES), p->activation);
                STORE(deltas + k * SPARSE_LANES, back[k]);
            }
        }
        if (node < p->input_count) continue;
        f16 sum = LOAD(deltas);
        for (int k = 1; k < chunks; k++) sum += LOAD(deltas + k * SPARSE_LANES);
        p->bias_gradients[node - p->input_count] += NAMED(sum16)(sum);
    }
}

static void NAMED(forward)(const sparse_pass *p) {
    switch (p->width) {
        case 16: NAMED(forward_chunks)(p, 1); break;
        case 32: NAMED(forward_chunks)(p, 2); break;
        case 48: NAMED(forward_chunks)(p, 3); break;
        default: NAMED(forward_chunks)(p, 4);
    }
}

static void NAMED(backward)(const sparse_pass *p, int32_t first_delta) {
    switch (p->width) {
        case 16: NAMED(backward_chunks)(p, first_delta, 1); break;
        case 32: NAMED(backward_chunks)(p, first_delta, 2); break;
        case 48: NAMED(backward_chunks)(p, first_delta, 3); break;
        default: NAMED(backward_chunks)(p, first_delta, 4);
    }
}

static inline ALWAYS void NAMED(products_chunks)(const float *rows, const float *column,
                                                 int32_t count, float *sums, const int chunks) {
    const int32_t width = chunks * SPARSE_LANES;
    f16 c[4];
    for (int k = 0; k < chunks; k++) c[k] = LOAD(column + k * SPARSE_LANES);
    int32_t i = 0;
    for (; i + 4 <= count; i += 4) {
        f16 s[4];
        for (int j = 0; j < 4; j++) {
            const float *x = rows + (int64_t)(i + j) * width;
            s[j] = LOAD(x) * c[0];
            for (int k = 1; k < chunks; k++) s[j] += LOAD(x + k * SPARSE_LANES) * c[k];
        }
        const f4 total = NAMED(sum16x4)(s[0], s[1], s[2], s[3]);
        for (int j = 0; j < 4; j++) sums[i + j] += total[j];
    }
    for (; i < count; i++) {
        const float *x = rows + (int64_t)i * width;
        f16 s = LOAD(x) * c[0];
        for (int k = 1; k < chunks; k++) s += LOAD(x + k * SPARSE_LANES) * c[k];
        sums[i] += NAMED(sum16)(s);
    }
}

static void NAMED(products)(const float *rows, const float *column, int32_t count, int32_t width,
                            float *sums) {
    switch (width) {
        case 16: NAMED(products_chunks)(rows, column, count, sums, 1); break;
        case 32: NAMED(products_chunks)(rows, column, count, sums, 2); break;
        case 48: NAMED(products_chunks)(rows, column, count, sums, 3); break;
        default: NAMED(products_chunks)(rows, column, count, sums, 4);
    }
}

static void NAMED(squares)(const float *rows, int32_t count, int32_t width, float *sums) {
    for (int32_t i = 0; i < count; i++) {
        f16 sum = SPLAT(0.0f);
        for (int32_t b = 0; b < width; b += SPARSE_LANES) {
            const f16 x = LOAD(rows + (int64_t)i * width + b);
            sum += x * x;
        }
        sums[i] += NAMED(sum16)(sum);
    }
}
