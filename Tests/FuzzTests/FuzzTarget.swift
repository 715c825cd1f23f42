import Testing

/// A reader that must survive any bytes.
struct FuzzTarget: Sendable, CustomTestStringConvertible {
    /// Its name in `scripts/fuzz`.
    let name: String
    /// The source of its inputs.
    let mutation: @Sendable () throws -> InputMutation
    /// Reads an input; returns true if the reader accepts it.
    ///
    /// A reader that traps or uses too much memory ends the process.
    let reads: @Sendable (_ bytes: [UInt8], _ golden: Int) throws -> Bool

    var testDescription: String { name }

    /// All readers of external bytes.
    static let all: [FuzzTarget] =
        [workerMessages, coordinatorMessages, coordinator, config, schedule, method] + datasets
        + [journal]
}
