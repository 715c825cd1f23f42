/// What numbers of messages may be.
///
/// The bounds are far above real values, and far below those at which a sum of thousands overflows.
public enum FieldRange {
    /// Numbers that count from 1, of trials and attempts.
    public static let numbers = 1...1_000_000_000
    /// Counts of anything, and bytes.
    public static let counts = 0...1_000_000_000_000_000
    /// Counts of which there must be one.
    public static let positiveCounts = 1...1_000_000_000_000_000
    /// Scores and errors.
    public static let scores = -1e12...1e12
    /// Parts of a whole.
    public static let shares = 0.0...1.0
    /// Times (s).
    public static let seconds = 0.0...1e9
}
