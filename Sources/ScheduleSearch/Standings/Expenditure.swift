/// How many trainings there were, and what they took.
public struct Expenditure: Hashable, Sendable {
    /// Trainings that are over.
    public private(set) var trainings = 0
    /// Their multiply–adds: exact up to 2⁵³, and beyond any sum that peers may claim.
    public private(set) var work = 0.0

    /// Takes in one more training, and the multiply–adds that it took.
    mutating func note(_ work: Int) {
        trainings += 1
        self.work += Double(work)
    }
}
