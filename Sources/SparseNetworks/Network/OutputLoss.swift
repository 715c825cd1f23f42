internal import CSparseKernels

/// The meaning of a network's outputs, and the loss in training.
public enum OutputLoss: String, Hashable, Codable, Sendable {
    /// One output per class; cross-entropy of their softmax.
    case softmax
    /// One output for two classes; cross-entropy of its logistic function.
    case logistic
    /// Numbers; half of the squared error.
    case squared
}

extension OutputLoss {
    var kernelCode: Int32 {
        switch self {
        case .softmax: Int32(SPARSE_SOFTMAX)
        case .logistic: Int32(SPARSE_LOGISTIC)
        case .squared: Int32(SPARSE_SQUARED)
        }
    }
}
