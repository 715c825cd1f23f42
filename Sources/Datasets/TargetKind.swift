/// What a target column is to be read as.
public enum TargetKind: String, Hashable, Sendable {
    /// Whole numbers or words, each a class.
    case classes
    /// Numbers to be approximated.
    case values
}
