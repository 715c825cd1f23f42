/// What a training step does to the values of inputs before it learns from them.
public struct InputDisturbance: Hashable, Sendable {
    /// Noise, which comes first.
    public let noise: InputNoise?
    /// What is left out; a value that is left out is 0, without noise.
    public let dropout: InputDropout?

    /// Fixes what is done, if anything.
    public init(noise: InputNoise? = nil, dropout: InputDropout? = nil) {
        self.noise = noise
        self.dropout = dropout
    }
}
