/// The mean and the deviation with which numbers are scaled.
public struct Scale: Hashable, Sendable {
    /// The mean over the training rows.
    public let mean: Double
    /// The size of one unit of the scaled number.
    ///
    /// It is 0 if all numbers of the training rows are equal. With `.deviation` it is the deviation
    /// over the training rows, dividing by their number.
    public let deviation: Double

    /// Sets a scale.
    public init(mean: Double, deviation: Double) {
        self.mean = mean
        self.deviation = deviation
    }

    /// Measures numbers in the given order, so that every machine gets the same bits.
    ///
    /// Two passes: first the mean, then the squared differences from it.
    ///
    /// - Precondition: there is at least one number, and all are finite.
    init(of numbers: some Collection<Float>) {
        precondition(!numbers.isEmpty, "the scale of no numbers")
        let first = numbers[numbers.startIndex]
        guard numbers.contains(where: { $0 != first }) else {
            self.init(mean: Double(first), deviation: 0)
            return
        }
        let mean = numbers.reduce(0.0) { $0 + Double($1) } / Double(numbers.count)
        let squares = numbers.reduce(0.0) { sum, number in
            let distance = Double(number) - mean
            return sum + distance * distance
        }
        self.init(mean: mean, deviation: (squares / Double(numbers.count)).squareRoot())
    }

    /// Scales a number to mean 0 and deviation 1; returns 0 if the deviation is 0.
    public func standardised(_ number: Float) -> Double {
        deviation == 0 ? 0 : (Double(number) - mean) / deviation
    }
}
