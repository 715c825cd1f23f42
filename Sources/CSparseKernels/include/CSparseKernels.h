#ifndef ESPALIER_SPARSE_KERNELS_H
#define ESPALIER_SPARSE_KERNELS_H

#include <stdint.h>

// The hot loops of sparse networks, compiled for several instruction sets in one binary.
//
// Every kernel gives the same bits on every instruction set: each product and each sum is rounded
// (no contraction), a sum over the batch runs in 16 lanes that are added in a fixed tree, and exp,
// log and tanh use only IEEE additions, multiplications and divisions.
//
// A block of the batch is feature-major, [node × width], where the width is 16, 32, 48 or 64.

#pragma clang assume_nonnull begin

#define SPARSE_LANES 16
#define SPARSE_BLOCK 64

/// The instruction sets, by the width of their registers.
enum { SPARSE_BASELINE = 0, SPARSE_V3 = 1, SPARSE_V4 = 2 };

/// The activation function of the hidden nodes.
enum { SPARSE_TANH = 0, SPARSE_RELU = 1, SPARSE_LEAKY = 2 };

/// The loss function.
enum { SPARSE_SOFTMAX = 0, SPARSE_LOGISTIC = 1, SPARSE_SQUARED = 2 };

/// A network and one block of the batch. Nodes are numbered inputs, hidden nodes, outputs; every
/// connection leads to a larger number.
typedef struct {
    int32_t input_count;
    int32_t node_count;
    int32_t output_count;
    int32_t activation;
    /// The columns of a block: 16, 32, 48 or 64.
    int32_t width;
    /// Connections by target: [node_count - input_count + 1] starts into `source`.
    const int32_t *row_start;
    const int32_t *source;
    /// The same connections by source: [node_count + 1] starts into the two arrays after it.
    const int32_t *column_start;
    const int32_t *column_target;
    /// Where the weight of each of these stands in `weights`.
    const int32_t *column_weight;
    /// The weights, one per connection, by target; one bias per node that is not an input.
    float *weights;
    float *biases;
    float *weight_gradients;
    float *bias_gradients;
    /// Leaky networks only: one slope per hidden node, and the sums of the hidden nodes,
    /// [hidden × width]. Other activations never read or write through these pointers.
    float *slopes;
    float *slope_gradients;
    float *sums;
    /// The outputs of all nodes, [node × width].
    float *values;
    /// ∂L/∂z of the nodes, [node × width]; rows of inputs are written only if requested.
    float *deltas;
} sparse_pass;

/// The targets of one block; columns from `rows` on are ignored.
typedef struct {
    int32_t loss;
    int32_t rows;
    /// [width] classes, for softmax and logistic loss.
    const int32_t *labels;
    /// [output × width] numbers, for squared loss.
    const float *values;
    /// [width] weights of the rows, for softmax and logistic loss; null means 1.
    const float *_Nullable weights;
} sparse_targets;

/// The settings of input dropout. `threshold` is the rate times 2³²; `position` is the position in
/// the batch of the block's first column.
typedef struct {
    uint64_t key;
    uint64_t step;
    uint32_t position;
    uint32_t threshold;
    /// The factor for values that are not dropped.
    float scale;
} sparse_dropout;

/// The settings of input noise. `position` is the position in the batch of the block's first
/// column, a multiple of 16.
typedef struct {
    uint64_t key;
    uint64_t step;
    uint32_t position;
    float deviation;
} sparse_noise;

/// Loss and correct answers of a network, summed over rows.
typedef struct {
    double loss;
    double squared_error;
    int32_t correct;
} sparse_score;

/// One step of an optimiser. `first_correction` and `second_correction` undo Adam's bias towards 0.
typedef struct {
    float rate;
    float momentum;
    float second_decay;
    float first_correction;
    float second_correction;
    float weight_decay;
    /// Weight of the sum of |parameter| in the loss.
    float lasso;
} sparse_step;

/// A pool of candidate nodes, over all blocks of a sample.
typedef struct {
    int32_t candidate_count;
    int32_t output_count;
    int32_t block_count;
    int32_t rows;
    int32_t width;
    int32_t activation;
    /// Distance from one block to the next in `values` and `deltas` (in numbers).
    int64_t block_stride;
    /// The outputs of the candidates: the first candidate's row of the first block.
    const float *values;
    /// Written: the gradient of the negative objective with respect to the candidates' sums.
    float *deltas;
    /// The outputs' errors, centred, [output × block × width]; zero from `rows` on.
    const float *residuals;
    /// Written: covariances, [candidate × output].
    float *covariances;
    /// Written: Σ|covariance| / deviation, [candidate].
    float *objectives;
} sparse_pool;

/// Rows of bytes, [row × feature], and the scale of each feature.
typedef struct {
    const uint8_t *bytes;
    int64_t feature_count;
    const float *scales;
    const float *offsets;
    float clip;
} sparse_bytes;

/// The kernels of one instruction set.
typedef struct {
    /// Computes the values of hidden nodes and outputs: acc = bias + Σ w·x. O(connections).
    void (*forward)(const sparse_pass *pass);
    /// Adds gradients of weights and biases, from the outputs' deltas. Nodes before `first_delta`
    /// get no delta of their own. O(connections).
    void (*backward)(const sparse_pass *pass, int32_t first_delta);
    /// Writes scale·∂loss/∂z for the outputs; 0 in ignored columns.
    void (*residuals)(const sparse_pass *pass, const sparse_targets *targets, float scale);
    /// Adds the loss and the number of hits of a block.
    void (*score)(const sparse_pass *pass, const sparse_targets *targets, sparse_score *sums);
    /// sums[i] += Σ_b rows[i][b]·column[b] for `count` rows of `width` numbers.
    void (*products)(const float *rows, const float *column, int32_t count, int32_t width,
                     float *sums);
    /// sums[i] += Σ_b rows[i][b]².
    void (*squares)(const float *rows, int32_t count, int32_t width, float *sums);
    /// values[i] = activation(values[i]), leaky with slope 0; `count` is a multiple of 16.
    void (*activate)(float *values, int64_t count, int32_t activation);
    /// Adam with decoupled decay (Loshchilov, Hutter 2019); `count` is a multiple of 16.
    void (*adam)(const sparse_step *step, float *parameters, const float *gradients, float *first,
                 float *second, int64_t count);
    /// Stochastic descent with Nesterov's momentum; `count` is a multiple of 16.
    void (*nesterov)(const sparse_step *step, float *parameters, const float *gradients,
                     float *velocity, int64_t count);
    /// Sets some input values to 0 and scales the others. The choice depends only on key, step,
    /// input and position in the batch. O(inputs · width).
    void (*drop)(const sparse_dropout *dropout, const intptr_t *inputs, int64_t input_count,
                 int32_t width, float *values);
    /// Adds deviation·N(0, 1) to values of some inputs; the noise depends only on key, step, input
    /// and position in the batch. O(inputs · width).
    void (*disturb)(const sparse_noise *noise, const intptr_t *inputs, int64_t input_count,
                    int32_t width, float *values);
    /// Returns Σ values[i]² in double precision; `count` is a multiple of 16.
    double (*square_sum)(const float *values, int64_t count);
    /// values[i] *= factor; `count` is a multiple of 16.
    void (*multiply)(float *values, int64_t count, float factor);
    /// means[i] += (values[i] − means[i])·share; `count` is a multiple of 16.
    void (*average)(double *means, const float *values, int64_t count, double share);
    /// Computes objective and gradient of every candidate (Fahlman, Lebiere 1990).
    void (*correlate)(const sparse_pool *pool);
    /// Elementwise functions, for tests; `count` is a multiple of 16.
    void (*exponential)(float *values, int64_t count);
    void (*logarithm)(float *values, int64_t count);
    /// Multiplies and adds in registers, 16 lanes × 12 chains per round; 384 flops per round.
    float (*peak)(int64_t rounds, float factor, float summand);
    /// values[input][b] = clip(byte·scale + offset) of row rows[b] for b < count, and 0 for other
    /// columns; for the given inputs, which ascend. O(inputs · width), 16 × 16 bytes at a time.
    void (*gather_bytes)(const sparse_bytes *table, const int32_t *rows, int32_t count,
                         const intptr_t *inputs, int64_t input_count, int32_t width,
                         float *values);
} sparse_kernels;

/// Returns the kernels of an instruction set; null if the processor lacks it.
const sparse_kernels *_Nullable sparse_kernels_for(int32_t instruction_set);

/// values[b] = column[rows[b] · stride] for b < count, and 0 for other columns.
void sparse_gather(const float *column, const int32_t *rows, int64_t stride, int32_t count,
                   int32_t width, float *values);

/// Tells whether all numbers are finite.
int32_t sparse_all_finite(const float *values, int64_t count);

#pragma clang assume_nonnull end

#endif
