/// A column of a series, and how far back a prediction sees it.
public struct LaggedColumn: Hashable, Sendable {
    /// The name of the column.
    public let name: String
    /// The steps back in time that are seen, in rows; 0 is the instant that is predicted.
    public let lags: ClosedRange<Int>

    /// Names a column and what is seen of it.
    ///
    /// - Precondition: no lag is negative, which would look ahead.
    public init(name: String, lags: ClosedRange<Int>) {
        precondition(lags.lowerBound >= 0, "\(name) looks \(-lags.lowerBound) rows ahead")
        self.name = name
        self.lags = lags
    }
}
