package import Trials

/// A recorded training as it would have been with another target or cap.
package struct ReplayedTraining: Sendable {
    /// How a replayed training ends, and when.
    package struct Ending: Hashable, Sendable {
        /// Processor time from its start (s).
        package let seconds: Double
        /// What its worker reports.
        package let report: TrainingReport
    }

    /// How it ends without a cap.
    package let whole: Ending
    private let schedule: GrowthSchedule
    private let target: TargetScore

    /// Ends a training at a target.
    ///
    /// - Parameter target: the recorded one or, where nothing is thinned, an easier one, at which
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

    /// How it ends with a cap: where it is passed, and as one that had it from the start.
    ///
    /// - Complexity: O(checks).
    package func ending(cap: Int?) -> Ending {
        guard let cap else { return whole }
        let curve = whole.report.curve
        if schedule.thinning == .none {
            guard let place = curve.firstIndex(where: { $0.connections > cap }) else {
                return whole
            }
            return stopped(before: place, connections: curve[place].connections, cap: cap)
        }
        let passage = ThinningPassage(curve, under: schedule, target: target)
        guard let place = passage.place(passing: cap), place + 1 < curve.count else {
            return whole
        }
        return stopped(before: place + 1, connections: curve[place].connections, cap: cap)
    }

    /// The curve up to a place, whose connections a stopped network has.
    private func stopped(before place: Int, connections: Int, cap: Int) -> Ending {
        let report = whole.report
        let curve = Array(report.curve[..<place])
        let multiplyAdds = curve.last?.multiplyAdds ?? 0
        let seconds = report.seconds(until: multiplyAdds)
        return Ending(
            seconds: seconds,
            report: TrainingReport(
                outcome: .censored(cap: cap), connections: connections, hiddenNodes: 0,
                inputsUsed: 0, biases: 0, validation: curve.last?.validation ?? 0, test: 0,
                epochs: 0, multiplyAdds: multiplyAdds, curve: curve,
                fingerprint: Fingerprint(hash: UInt64(cap)), seconds: seconds,
                cpuSeconds: seconds))
    }
}

extension TrainingReport {
    /// The report of a training that ends where a target was confirmed by two checks in a row;
    /// nothing where it was not.
    fileprivate func ended(at target: TargetScore) -> TrainingReport? {
        let places = curve.indices.dropFirst()
        let confirmation = places.first { place in
            target.isReached(by: curve[place].validation)
                && target.isReached(by: curve[place - 1].validation)
        }
        guard let confirmation else { return nil }
        let last = curve[confirmation]
        let seconds = seconds(until: last.multiplyAdds)
        return TrainingReport(
            outcome: .reached, connections: last.connections, hiddenNodes: 0, inputsUsed: 0,
            biases: 0, validation: last.validation, test: test, epochs: 0,
            multiplyAdds: last.multiplyAdds, curve: Array(curve[...confirmation]),
            fingerprint: fingerprint, seconds: seconds, cpuSeconds: seconds)
    }

    /// The processor time (s) until so many multiply–adds, of which it is a share.
    fileprivate func seconds(until multiplyAdds: Int) -> Double {
        cpuSeconds * min(1, Double(multiplyAdds) / Double(max(1, self.multiplyAdds)))
    }
}
