/// How a target column is read.
public enum TargetKind: String, Hashable, Sendable {
    /// Whole numbers or words, each a class.
    case classes
    /// Numbers to approximate.
    case values
}
