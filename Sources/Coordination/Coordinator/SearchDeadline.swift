package import Studies

/// When a search has to end, and, so that it can, when it has to stop asking for trials.
package struct SearchDeadline {
    /// When everything ends, as time passes for this process; never where nothing is said.
    package let end: Instant?
    /// When everything ends by the clock on the wall (ms since 1970), which goes on while a laptop
    /// sleeps.
    package let wallEnd: Int?

    package init(end: Instant?, wallEnd: Int?) {
        self.end = end
        self.wallEnd = wallEnd
    }

    /// What the coordinator should do now.
    ///
    /// - Parameter wall: what the clock on the wall says (ms since 1970).
    package func request(
        _ study: StudyState, workers: Int, at now: Instant, wall: Int
    ) -> TurnRequest {
        let spans = [end.map { $0 - now }, wallEnd.map { .milliseconds($0 - wall) }]
        guard let left = spans.compactMap(\.self).min() else { return .proceed }
        if left <= .zero { return .stop(.deadline) }
        let needed = Duration.seconds(certificationSeconds(study, workers: max(1, workers)))
        return study.wantsSearch && needed >= left ? .spendNoMore : .proceed
    }

    /// How long it takes to finish what runs, to choose among the finalists and to confirm the
    /// winner, one after the other (s).
    private func certificationSeconds(_ study: StudyState, workers: Int) -> Double {
        let rounds = [
            study.searchTrials - study.searchTrialsOver, study.usualSelection,
            study.definition.certification.confirmations,
        ].map { ($0 + workers - 1) / workers }
        return Double(rounds.reduce(0, +)) * study.secondsPerHit
            * CoordinationLimits.certificationMargin
    }
}
