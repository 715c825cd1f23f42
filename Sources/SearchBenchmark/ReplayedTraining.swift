package import Trials

/// A recorded training as it would end with another target, cap or limit of multiply–adds.
package struct ReplayedTraining: Sendable {
    /// How a replayed training ends, and when.
    package struct Ending: Hashable, Sendable {
        /// Processor time from its start (s).
        package let seconds: Double
        /// The report that the worker sends.
        package let report: TrainingReport
    }

    /// The ending without a cap.
    package let whole: Ending
    private let schedule: GrowthSchedule
    private let target: TargetScore

    /// Computes how a training ends at a target.
    ///
    /// - Parameter target: the recorded target or, if nothing is thinned, an easier one, at which
    ///   the same training would have ended sooner.
    package init(
        _ training: RecordedTraining, under schedule: GrowthSchedule, target: TargetScore
    ) {
        self.schedule = schedule
        self.target = target
        let report = training.report
        let ended = schedule.thinning == .none ? report.ended(at: target) : nil
        whole = Ending(
            seconds: (ended ?? report).cpuSeconds, report: ended ?? report)
    }

    /// The ending with a cap and a limit of multiply–adds, whichever comes first.
    ///
    /// - Complexity: O(checks).
    package func ending(cap: Int?, effort: Int = .max) -> Ending {
        let capped = stopped(at: cap)
        return capped.report.multiplyAdds > effort ? exhausted(effort) : capped
    }

    /// The ending with a cap that applies from the start.
    private func stopped(at cap: Int?) -> Ending {
        guard let cap else { return whole }
        let curve = whole.report.curve
        if schedule.thinning == .none {
            guard let place = curve.firstIndex(where: { $0.connections > cap }) else {
                return whole
            }
            return stopped(before: place, connections: curve[place].connections, cap: cap)
        }
        let course = TrainingCourse(of: curve, target: target)
        let passage = ThinningPassage(course, under: schedule)
        guard let check = passage.check(passing: cap),
            let place = curve.firstIndex(where: { $0.check == check }), place + 1 < curve.count
        else { return whole }
        return stopped(before: place + 1, connections: curve[place].connections, cap: cap)
    }

    /// The ending at a limit of multiply–adds, with the smallest recorded network that has held the
    /// target.
    private func exhausted(_ effort: Int) -> Ending {
        let curve = Array(whole.report.curve.prefix { $0.multiplyAdds <= effort })
        let held =
            schedule.thinning == .none
            ? nil : whole.report.curve.heldConnections(target: target, withinFirst: curve.count)
        return ended(
            held == nil ? .failed(reason: .exhausted(multiplyAdds: effort)) : .reached,
            curve, connections: held ?? curve.last?.connections ?? 0, multiplyAdds: effort)
    }

    /// The ending that keeps the curve before `place`, with the connections of the stopped network.
    private func stopped(before place: Int, connections: Int, cap: Int) -> Ending {
        let curve = Array(whole.report.curve[..<place])
        return ended(
            .censored(cap: cap), curve, connections: connections,
            multiplyAdds: curve.last?.multiplyAdds ?? 0)
    }

    private func ended(
        _ outcome: TrainingOutcome, _ curve: [GrowthPoint], connections: Int, multiplyAdds: Int
    ) -> Ending {
        let report = whole.report
        let seconds = report.seconds(until: multiplyAdds)
        return Ending(
            seconds: seconds,
            report: TrainingReport(
                outcome: outcome, connections: connections, hiddenNodes: 0,
                inputsUsed: 0, biases: 0, validation: curve.last?.validation ?? 0, test: 0,
                epochs: 0, multiplyAdds: multiplyAdds, curve: curve,
                fingerprint: Fingerprint(hash: UInt64(connections)), seconds: seconds,
                cpuSeconds: seconds))
    }
}

extension TrainingReport {
    /// The report of a training that ends when two checks in a row confirm a target; `nil` if none
    /// do.
    fileprivate func ended(at target: TargetScore) -> TrainingReport? {
        guard let confirmation = curve.confirmation(of: target) else { return nil }
        let last = curve[confirmation]
        let seconds = seconds(until: last.multiplyAdds)
        return TrainingReport(
            outcome: .reached, connections: last.connections, hiddenNodes: 0, inputsUsed: 0,
            biases: 0, validation: last.validation, test: test, epochs: 0,
            multiplyAdds: last.multiplyAdds, curve: Array(curve[...confirmation]),
            fingerprint: fingerprint, seconds: seconds, cpuSeconds: seconds)
    }

    /// The processor time (s) until a number of multiply–adds, assumed proportional to them.
    fileprivate func seconds(until multiplyAdds: Int) -> Double {
        cpuSeconds * min(1, Double(multiplyAdds) / Double(max(1, self.multiplyAdds)))
    }
}
