import Trials

/// The best evaluations so far, the best one first.
///
/// Equal fitness goes by the number of the trial, so that the order of arrival does not matter.
struct Population: Sendable {
    /// At most `capacity` evaluations.
    private(set) var members: [Evaluation] = []
    private let capacity: Int

    /// Makes room for a number of members.
    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Takes an evaluation in where it belongs, and drops the worst one of too many.
    ///
    /// - Complexity: O(capacity).
    mutating func insert(_ evaluation: Evaluation) {
        let position =
            members.firstIndex { Self.precedes(evaluation, $0) } ?? members.endIndex
        guard position < capacity else { return }
        members.insert(evaluation, at: position)
        if members.count > capacity { members.removeLast() }
    }

    private static func precedes(_ left: Evaluation, _ right: Evaluation) -> Bool {
        (left.fitness, left.trial) < (right.fitness, right.trial)
    }
}
