/// Computes when a thinned training passes a cap.
package struct ThinningPassage: Sendable {
    /// The checks at which the number compared with the cap rises, and its new values.
    package let steps: [(check: Int, passed: Int)]

    /// Reads the course of a training without a cap.
    ///
    /// - Complexity: O(stages).
    package init(_ course: TrainingCourse, under schedule: GrowthSchedule) {
        var steps: [(check: Int, passed: Int)] = []
        for round in 1...schedule.mostRounds where schedule.comparesRound(round) {
            let earlier = round == 1 ? nil : course.held(before: round)
            // Of a later growth a course does not say whether it held the target; most do.
            let isGrown = round > 1 || course.grown != nil
            let stages = course.stages.filter { $0.round == round }
            for stage in Self.failures(in: stages, schedule, isGrown: isGrown) {
                let passed = Self.passed(failing: stage.connections, after: earlier)
                if passed > steps.last?.passed ?? -1 { steps.append((stage.check, passed)) }
            }
        }
        self.steps = schedule.comparesEnds ? Self.merged(steps, Self.ends(of: course)) : steps
    }

    /// The steps at the ends of rounds; after the last there is no further round, so it has none.
    private static func ends(of course: TrainingCourse) -> [(check: Int, passed: Int)] {
        let last = course.stages.last?.round ?? 0
        return (1..<max(1, last)).compactMap { round in
            guard let held = course.held(before: round + 1),
                let end = course.stages.last(where: { $0.round == round })
            else { return nil }
            return (end.check, passed(holding: held, afterRounds: round))
        }
    }

    /// All steps that rise, by check.
    private static func merged(
        _ some: [(check: Int, passed: Int)], _ others: [(check: Int, passed: Int)]
    ) -> [(check: Int, passed: Int)] {
        let all = (some + others).sorted { ($0.check, $0.passed) < ($1.check, $1.passed) }
        return all.reduce(into: []) { rising, step in
            if step.passed > rising.last?.passed ?? -1 { rising.append(step) }
        }
    }

    /// The number that is compared with a cap after a stage failed: two thirds of the connections
    /// that did not hold the target, but not more than earlier rounds held.
    ///
    /// A chain that fails far above the cap is unlikely to get below it: of 140 trials on digits,
    /// 70 of which cost more than the cap, 23 ended this way, and only one of them would have
    /// reached the cap. Without the factor of two thirds it would have been 13.
    ///
    /// - Parameters:
    ///   - failed: connections of a stage that did not hold the target, although a larger one did.
    ///   - earlier: the fewest connections that earlier rounds held; `nil` if there was none.
    package static func passed(failing failed: Int, after earlier: Int?) -> Int {
        min(failed * 2 / 3, earlier ?? .max)
    }

    /// The number that is compared with a cap after some rounds: the fewest connections that later
    /// rounds are likely to need.
    ///
    /// Of 54 trainings on nine data sets, with 16 rounds, 90 to 95 % had held less than 1 + 24 / (r
    /// · (r + 1)) times their result after r rounds: 13 times after one, 2.2 after four, 1.3 after
    /// eight.
    ///
    /// - Parameter held: the fewest connections that the rounds held.
    package static func passed(holding held: Int, afterRounds rounds: Int) -> Int {
        let product = rounds * (rounds + 1)
        return Int(Double(held) * Double(product) / Double(product + 24))
    }

    /// The number of the first check at which a cap is passed.
    package func check(passing cap: Int) -> Int? {
        steps.first { $0.passed > cap }?.check
    }

    /// The failures that count; failures of the first stage do not, because it is repeated.
    ///
    /// - Parameter isGrown: whether growth held the target; if not, a failure says nothing until a
    ///   stage has held it.
    private static func failures(
        in stages: [TrainingCourse.Stage], _ schedule: GrowthSchedule, isGrown: Bool
    ) -> [TrainingCourse.Stage] {
        var firstStages = !isGrown ? .max : schedule.triesWithoutDecay ? 2 : 1
        return stages.filter { stage in
            defer { firstStages = stage.isHeld ? 0 : firstStages - 1 }
            return !stage.isHeld && firstStages <= 0
        }
    }
}

extension TrainingCourse {
    /// The smallest count that rounds before this one held: of a stage or, if none held, of the
    /// first growth.
    fileprivate func held(before round: Int) -> Int? {
        stages.filter { $0.round < round && $0.isHeld }.map(\.connections).min() ?? grown
    }
}

extension TrainingReport {
    /// Tells whether a cap would have stopped this training, which had no cap.
    ///
    /// - Complexity: O(stages) if the report has a course, otherwise O(checks).
    package func passes(cap: Int, under schedule: GrowthSchedule, target: TargetScore) -> Bool {
        let course = course(target: target)
        guard schedule.thinning != .none else { return course.peak > cap }
        return ThinningPassage(course, under: schedule).check(passing: cap) != nil
    }
}

extension [GrowthPoint] {
    /// The smallest count with which a thinned training held the target before check `checks`;
    /// `nil` if it did not.
    ///
    /// A stage that ends with the last of those checks does not count.
    ///
    /// - Complexity: O(checks).
    package func heldConnections(target: TargetScore, withinFirst checks: Int) -> Int? {
        guard checks > 0 else { return nil }
        let last = self[checks - 1].check
        let thinned = TrainingCourse(of: self, target: target).stages
            .filter { $0.isHeld && $0.check < last }
        let grown = confirmation(of: target).flatMap { $0 < checks ? self[$0].connections : nil }
        return (thinned.map(\.connections) + [grown].compactMap(\.self)).min()
    }

    /// The index at which growth confirms a target: the second of two checks in a row.
    ///
    /// - Complexity: O(checks).
    package func confirmation(of target: TargetScore) -> Int? {
        indices.dropFirst().first { place in
            self[place].phase == .grow && target.isReached(by: self[place].validation)
                && target.isReached(by: self[place - 1].validation)
        }
    }
}
