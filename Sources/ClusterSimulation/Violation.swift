/// A promise that a run saw broken.
package struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// What the cluster promises.
    package enum Promise: String, CaseIterable, Hashable, Sendable {
        /// A report that was acknowledged is in the journal, now and ever.
        case keepsReports = "a report is durable before it is acknowledged, and stays"
        /// A trial is settled or given up once.
        case settlesOnce = "a trial is settled once"
        /// A trial has one live lease at most, each with a number larger than the last.
        case fencesLeases = "leases of a trial never overlap and their attempts only grow"
        /// A lease lives as long as its very attempt is renewed.
        case expiresLeases = "a lease ends when its own attempt is renewed no more"
        /// A lease goes to a worker that is there.
        case leasesToTheLiving = "a lease goes to a worker that was heard of since a lease's time"
        /// Nobody trains what the journal does not know.
        case recordsFirst = "a worker hears of nothing that is not durable"
        /// The search proposes no more than its budget.
        case keepsBudget = "the search stays within its budget"
        /// The journal rebuilds the study.
        case replays = "the study is the fold of its events"
        /// The journal rebuilds the strategy.
        case rebuildsStrategy = "the strategy asks for the recorded schedules again"
        /// No worker waits for nothing.
        case keepsBusy = "no worker that is there idles while a trial waits"
        /// A worker does not overload its machine.
        case keepsSlots = "a worker trains no more at once than it has slots"
        /// A worker that lives in a network that works keeps its leases.
        case sparesTheLiving = "nothing is lost to silence where nothing fails"
        /// A trial of the search is stopped at a cap that followed from what was durable.
        case capsSoundly = "a trial is stopped at no other cap than one that it was given"
        /// The study ends once faults do.
        case ends = "the study ends and its workers leave once the faults are over"
    }

    /// Which promise.
    package let promise: Promise
    /// What was seen instead.
    package let finding: String
    /// When.
    package internal(set) var time = VirtualTime.zero

    init(_ promise: Promise, _ finding: String) {
        self.promise = promise
        self.finding = finding
    }

    /// The promise, and what was seen instead.
    package var description: String {
        "at \(time): \(finding); promised: \(promise.rawValue)"
    }
}
