/// How features are scaled before a network sees them.
public enum InputScaling: String, CaseIterable, Hashable, Sendable {
    /// Each feature is centred, and divided by its own deviation over the training rows.
    case deviation
    /// Each feature is centred, and all are divided by the largest magnitude that any of them has
    /// in the training rows: what hardly varies, as the rim of an image, stays small.
    case range
}
