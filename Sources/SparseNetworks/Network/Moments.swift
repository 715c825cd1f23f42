/// The moments of an optimiser for each weight, bias and slope.
package struct Moments: Hashable, Sendable {
    /// Means of gradients, or velocities.
    package var weightFirst: [Float]
    /// Means of squared gradients.
    package var weightSecond: [Float]
    /// The same as `weightFirst`, for biases.
    package var biasFirst: [Float]
    /// The same as `weightSecond`, for biases.
    package var biasSecond: [Float]
    /// The same as `weightFirst`, for slopes.
    package var slopeFirst: [Float]
    /// The same as `weightSecond`, for slopes.
    package var slopeSecond: [Float]
    /// β₁ᵗ after t steps.
    package var firstPower = 1.0
    /// β₂ᵗ after t steps.
    package var secondPower = 1.0

    init(connections: Int, biases: Int, slopes: Int) {
        weightFirst = Array(repeating: 0, count: connections)
        weightSecond = weightFirst
        biasFirst = Array(repeating: 0, count: biases)
        biasSecond = biasFirst
        slopeFirst = Array(repeating: 0, count: slopes)
        slopeSecond = slopeFirst
    }
}
