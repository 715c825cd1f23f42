/// What each weight and bias was when its connection or node was added, before it learnt.
package struct Origins: Hashable, Sendable {
    /// One for each weight.
    package var weights: [Float]
    /// One for each bias.
    package var biases: [Float]
}
