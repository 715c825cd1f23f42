internal import CSparseKernels

/// The activation function of hidden nodes.
public enum HiddenActivation: String, Hashable, Codable, Sendable {
    case tanh
    case relu
    /// A rectifier with a learned slope for negative sums, one slope per node (He et al., "Delving
    /// deep into rectifiers", 2015).
    case leaky
}

extension HiddenActivation {
    var kernelCode: Int32 {
        switch self {
        case .tanh: Int32(SPARSE_TANH)
        case .relu: Int32(SPARSE_RELU)
        case .leaky: Int32(SPARSE_LEAKY)
        }
    }
}
