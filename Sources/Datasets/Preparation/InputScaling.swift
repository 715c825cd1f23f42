/// How features are scaled before a network sees them.
public enum InputScaling: String, CaseIterable, Hashable, Sendable {
    /// Each feature is centred and divided by its own deviation over the training rows.
    case deviation
    /// Each feature is centred, and all are divided by the largest magnitude of any feature in the
    /// training rows, so features that vary little, such as the rim of an image, stay small.
    case range
}
