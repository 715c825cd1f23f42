package import SparseNetworks
package import Trials

extension HiddenActivation {
    /// Converts the activation of a schedule.
    package init(_ activation: ActivationChoice) {
        switch activation {
        case .tanh: self = .tanh
        case .relu: self = .relu
        case .leaky: self = .leaky
        }
    }
}
