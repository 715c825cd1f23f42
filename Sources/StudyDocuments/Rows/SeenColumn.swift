/// A column of a series, and the lags at which it is seen.
package struct SeenColumn: Hashable, Sendable {
    /// The name of the column.
    package let name: String
    /// The steps back in time that are seen; 0 is the instant that is predicted.
    package let lags: ClosedRange<Int>

    /// Names a column and its lags.
    package init(name: String, lags: ClosedRange<Int>) {
        self.name = name
        self.lags = lags
    }
}
