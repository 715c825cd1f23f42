/// The scales of a dataset, measured on its training rows; a network needs them to read new rows.
public struct Standardisation: Hashable, Sendable {
    /// Scaled features are clipped to ± this value, to limit the effect of outliers.
    public static let clip = 5.0

    /// One scale per feature.
    public let features: [Scale]
    /// The scale of the targets; `nil` unless they are values.
    public let target: Scale?

    /// Sets the scales of features and target.
    public init(features: [Scale], target: Scale?) {
        self.features = features
        self.target = target
    }
}
