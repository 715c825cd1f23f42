// Elementary functions of 16 floats; included once for each instruction set.

/// eˣ = 2ᵏ·eʳ with |r| ≤ ½ ln 2, by the Taylor series of eʳ to r⁷ (its tail is below 6e-9).
/// Arguments outside ±87 count as ±87, so that the result is a normal number; NaN stays NaN.
static inline f16 NAMED(exp16)(f16 x) {
    const float magic = 0x1.8p23f;  // adding it rounds to the nearest integer
    x = CHOOSE(x < -87.0f, SPLAT(-87.0f), x);
    x = CHOOSE(x > 87.0f, SPLAT(87.0f), x);
    f16 shifted = x * 0x1.715476p0f + magic;
    f16 power = shifted - magic;
    f16 r = x - power * 0x1.62e4p-1f;    // ln 2 in two parts, the first with few bits,
    r = r - power * 0x1.7f7d1cp-20f;     // so that power × part is exact
    f16 series = SPLAT(1.0f / 5040);
    series = series * r + (1.0f / 720);
    series = series * r + (1.0f / 120);
    series = series * r + (1.0f / 24);
    series = series * r + (1.0f / 6);
    series = series * r + 0.5f;
    series = series * r * r + r + 1.0f;
    i16 exponent = (i16)shifted - (i16)SPLAT(magic);
    return series * (f16)((exponent + 127) << 23);
}

/// ln(m·2ᵏ) = k·ln 2 + 2·artanh((m − 1)/(m + 1)) with m in [√½, √2) (Abramowitz and Stegun,
/// 4.1.27), to s⁹ (the tail is below 8e-10). Positive normal numbers only.
static inline f16 NAMED(log16)(f16 x) {
    i16 bits = (i16)x - 0x3f3504f3;  // the bits of √½
    i16 exponent = bits >> 23;
    f16 m = (f16)((bits & 0x007fffff) + 0x3f3504f3);
    f16 s = (m - 1.0f) / (m + 1.0f);
    f16 square = s * s;
    f16 series = SPLAT(2.0f / 9);
    series = series * square + (2.0f / 7);
    series = series * square + (2.0f / 5);
    series = series * square + (2.0f / 3);
    series = series * square * s;
    f16 power = __builtin_convertvector(exponent, f16);
    return power * 0x1.62e4p-1f + (2.0f * s + (series + power * 0x1.7f7d1cp-20f));
}

/// tanh x = 1 − 2/(e²ˣ + 1), and near 0, where that cancels, x·(1 + x²·P(x²)) with the Taylor
/// series of tanh to x¹³ (its tail is below 3e-8 at |x| ≤ 0.4).
static inline f16 NAMED(tanh16)(f16 x) {
    f16 size = (f16)((i16)x & 0x7fffffff);
    i16 sign = (i16)x & (int32_t)0x80000000;
    f16 far = 1.0f - 2.0f / (NAMED(exp16)(size + size) + 1.0f);
    f16 square = x * x;
    f16 series = SPLAT(21844.0f / 6081075);
    series = series * square - (1382.0f / 155925);
    series = series * square + (62.0f / 2835);
    series = series * square - (17.0f / 315);
    series = series * square + (2.0f / 15);
    series = series * square - (1.0f / 3);
    f16 near = size + size * square * series;
    f16 result = CHOOSE(size < 0.4f, near, far);
    return (f16)((i16)result | sign);
}

/// The sum of 16 lanes: halves are added until one is left.
static inline float NAMED(sum16)(f16 v) {
    f8 a = __builtin_shufflevector(v, v, 0, 1, 2, 3, 4, 5, 6, 7) +
           __builtin_shufflevector(v, v, 8, 9, 10, 11, 12, 13, 14, 15);
    f4 b = __builtin_shufflevector(a, a, 0, 1, 2, 3) + __builtin_shufflevector(a, a, 4, 5, 6, 7);
    return (b[0] + b[2]) + (b[1] + b[3]);
}

/// Four such sums at once, with the same order of additions in each, so with the same bits.
static inline f4 NAMED(sum16x4)(f16 v0, f16 v1, f16 v2, f16 v3) {
    f16 a = __builtin_shufflevector(v0, v1, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22,
                                    23) +
            __builtin_shufflevector(v0, v1, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29,
                                    30, 31);
    f16 b = __builtin_shufflevector(v2, v3, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22,
                                    23) +
            __builtin_shufflevector(v2, v3, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29,
                                    30, 31);
    f16 c = __builtin_shufflevector(a, b, 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26,
                                    27) +
            __builtin_shufflevector(a, b, 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30,
                                    31);
    f8 d = __builtin_shufflevector(c, c, 0, 1, 4, 5, 8, 9, 12, 13) +
           __builtin_shufflevector(c, c, 2, 3, 6, 7, 10, 11, 14, 15);
    return __builtin_shufflevector(d, d, 0, 2, 4, 6) + __builtin_shufflevector(d, d, 1, 3, 5, 7);
}
