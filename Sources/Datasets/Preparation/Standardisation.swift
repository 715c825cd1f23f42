/// How the training rows scale a dataset: what a network needs to be used on rows of numbers.
public struct Standardisation: Hashable, Sendable {
    /// Scaled features are clipped to ± this many units, which tames freak values.
    public static let clip = 5.0

    /// One scale a feature.
    public let features: [Scale]
    /// The scale of the targets, where they are values.
    public let target: Scale?

    /// Names the scales of features and target.
    public init(features: [Scale], target: Scale?) {
        self.features = features
        self.target = target
    }
}
