/// A column of a series, and the lags at which it is used as a feature.
public struct LaggedColumn: Hashable, Sendable {
    /// The name of the column.
    public let name: String
    /// The lags in rows; 0 is the predicted instant itself.
    public let lags: ClosedRange<Int>

    /// Names a column and its lags.
    ///
    /// - Precondition: no lag is negative, because that would use the future.
    public init(name: String, lags: ClosedRange<Int>) {
        precondition(lags.lowerBound >= 0, "\(name) looks \(-lags.lowerBound) rows ahead")
        self.name = name
        self.lags = lags
    }

    /// The name of the feature that is the column some rows before.
    func featureName(lag: Int) -> String { "\(name)[t-\(lag)]" }
}
