/// The number of trainings and their work.
public struct Expenditure: Hashable, Sendable {
    /// Number of finished trainings.
    public private(set) var trainings = 0
    /// Their multiply–adds, exact up to 2⁵³; a Double does not overflow, whatever peers report.
    public private(set) var work = 0.0

    /// Adds a training and its multiply–adds.
    mutating func note(_ work: Int) {
        trainings += 1
        self.work += Double(work)
    }
}
