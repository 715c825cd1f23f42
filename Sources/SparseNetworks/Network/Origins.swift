/// The value of each weight and bias when its connection or node was added.
package struct Origins: Hashable, Sendable {
    /// One value per weight.
    package var weights: [Float]
    /// One value per bias.
    package var biases: [Float]
}
