/// Something that a test waited for, and that did not happen.
struct Overdue: Error, CustomStringConvertible {
    /// How long a test waits for anything.
    ///
    /// It is a bound against hanging for ever. Nothing may need a machine that is fast or idle.
    static let patience = Duration.seconds(900)

    let expectation: String

    var description: String { "not within \(Self.patience): \(expectation)" }
}
