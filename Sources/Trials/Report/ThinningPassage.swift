/// One stage of thinning, as a curve shows it.
private struct CurveStage {
    /// The growth that it follows, 1 or 2.
    let round: Int
    /// Live connections while it was tuned.
    let connections: Int
    /// Whether it held the target.
    let isHeld: Bool
    /// The place in the curve of its last check.
    let place: Int
}

extension [GrowthPoint] {
    /// The stages of thinning of a curve, in order.
    ///
    /// A stage ends with its tuning: held if the last check is at the target, since one that fails
    /// ends with a check that is not.
    fileprivate func stages(target: TargetScore) -> [CurveStage] {
        var round = 1
        var stages: [CurveStage] = []
        for (place, point) in enumerated() where point.phase != .grow {
            if place > 0, self[place - 1].phase == .grow, !stages.isEmpty { round += 1 }
            let isLast = place + 1 == count || self[place + 1].phase != .tune
            guard point.phase == .tune, isLast else { continue }
            stages.append(
                CurveStage(
                    round: round, connections: point.connections,
                    isHeld: target.isReached(by: point.validation), place: place))
        }
        return stages
    }
}

extension [GrowthPoint] {
    /// The smallest count at which a thinned training has held the target, if it has, where a limit
    /// ends it after its first checks: what the last of them shows of a stage comes too late.
    ///
    /// - Complexity: O(checks).
    package func heldConnections(target: TargetScore, withinFirst checks: Int) -> Int? {
        let thinned = stages(target: target).filter { $0.isHeld && $0.place + 1 < checks }
        let grown = confirmation(of: target).flatMap { $0 < checks ? self[$0].connections : nil }
        return (thinned.map(\.connections) + [grown].compactMap(\.self)).min()
    }

    /// The place at which growth confirms a target: the second of two checks in a row.
    ///
    /// - Complexity: O(checks).
    package func confirmation(of target: TargetScore) -> Int? {
        indices.dropFirst().first { place in
            self[place].phase == .grow && target.isReached(by: self[place].validation)
                && target.isReached(by: self[place - 1].validation)
        }
    }
}

/// When a thinned training passes a cap, by the rule of `TrainingRun`: two thirds of a count that
/// did not hold the target, though a larger one did.
package struct ThinningPassage: Sendable {
    /// The places of the curve at which what a cap is compared with rises, and to how much.
    package let steps: [(place: Int, passed: Int)]

    /// Reads a curve of a training that had no cap.
    ///
    /// - Complexity: O(checks).
    package init(_ curve: [GrowthPoint], under schedule: GrowthSchedule, target: TargetScore) {
        let stages = curve.stages(target: target)
        let hasSecond = schedule.secondGrowth != .none
        var steps: [(place: Int, passed: Int)] = []
        for round in 1...2 where round == 2 || !hasSecond {
            let first = round == 1 ? nil : Self.held(in: stages, round: 1, curve, target)
            for stage in Self.failures(in: stages.filter { $0.round == round }, schedule) {
                let passed = min(stage.connections * 2 / 3, first ?? .max)
                if passed > steps.last?.passed ?? -1 { steps.append((stage.place, passed)) }
            }
        }
        self.steps = steps
    }

    /// The place of the first check at which a cap is passed.
    package func place(passing cap: Int) -> Int? {
        steps.first { $0.passed > cap }?.place
    }

    /// The smallest count that a round held: of a stage, or else that of its growth.
    private static func held(
        in stages: [CurveStage], round: Int, _ curve: [GrowthPoint], _ target: TargetScore
    ) -> Int? {
        let thinned = stages.filter { $0.round == round && $0.isHeld }.map(\.connections).min()
        return thinned
            ?? curve.prefix { $0.phase == .grow }.last { target.isReached(by: $0.validation) }?
            .connections
    }

    /// The failures that count: those of the first stage do not, which is tried again.
    private static func failures(
        in stages: [CurveStage], _ schedule: GrowthSchedule
    ) -> [CurveStage] {
        let triesWithoutDecay = schedule.thinningWeightDecay > schedule.weightDecay
        var firstStages = triesWithoutDecay ? 2 : 1
        return stages.filter { stage in
            defer { firstStages = stage.isHeld ? 0 : firstStages - 1 }
            return !stage.isHeld && firstStages <= 0
        }
    }
}

extension TrainingReport {
    /// Tells whether a cap would have stopped this training, which had none.
    ///
    /// - Complexity: O(checks).
    package func passes(cap: Int, under schedule: GrowthSchedule, target: TargetScore) -> Bool {
        guard schedule.thinning != .none else { return curve.contains { $0.connections > cap } }
        return ThinningPassage(curve, under: schedule, target: target).place(passing: cap) != nil
    }
}
