/// A broken promise that a run found.
package struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// A property that the cluster promises.
    package enum Promise: String, CaseIterable, Hashable, Sendable {
        /// An acknowledged report is in the journal and stays there.
        case keepsReports = "a report is durable before it is acknowledged, and stays"
        /// A trial is settled or given up only once.
        case settlesOnce = "a trial is settled once"
        /// A trial has at most one live lease; each new lease has a larger attempt number.
        case fencesLeases = "leases of a trial never overlap and their attempts only grow"
        /// A lease lives as long as its own attempt is renewed.
        case expiresLeases = "a lease ends when its own attempt is no longer renewed"
        /// A lease goes only to a worker that was heard of recently.
        case leasesToTheLiving = "a lease goes to a worker that was heard of within the lease time"
        /// A worker trains only attempts that the journal knows.
        case recordsFirst = "a worker is told only what is durable"
        /// The search proposes no more than its budget.
        case keepsBudget = "the search stays within its budget"
        /// Replaying the journal gives the same study.
        case replays = "replaying the events gives the same study"
        /// Replaying the journal gives the same strategy.
        case rebuildsStrategy = "the strategy asks for the recorded schedules again"
        /// A worker with a free slot gets a trial if one waits.
        case keepsBusy = "no worker that is there idles while a trial waits"
        /// A worker does not overload its machine.
        case keepsSlots = "a worker trains no more at once than it has slots"
        /// A living worker on a working network keeps its leases.
        case sparesTheLiving = "no lease expires if nothing fails"
        /// A trial of the search is stopped only at a cap that followed from durable events.
        case capsSoundly = "a trial is stopped only at a cap that it was given"
        /// The study ends after the faults do.
        case ends = "the study ends and its workers leave once the faults are over"
    }

    /// The broken promise.
    package let promise: Promise
    /// What was found instead.
    package let finding: String
    /// When it was found.
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
