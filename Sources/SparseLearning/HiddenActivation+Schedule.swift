package import SparseNetworks
package import Trials

extension HiddenActivation {
    /// What a schedule calls by the same name.
    package init(_ activation: Activation) {
        switch activation {
        case .tanh: self = .tanh
        case .relu: self = .relu
        case .leaky: self = .leaky
        }
    }
}
