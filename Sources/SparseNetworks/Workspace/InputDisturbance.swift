/// The changes of input values in a training step: noise and dropout.
public struct InputDisturbance: Hashable, Sendable {
    /// The noise, which is added first.
    public let noise: InputNoise?
    /// The dropout; a dropped value is 0, without noise.
    public let dropout: InputDropout?

    /// Sets noise and dropout; `nil` means none.
    public init(noise: InputNoise? = nil, dropout: InputDropout? = nil) {
        self.noise = noise
        self.dropout = dropout
    }
}
