package import Studies

/// When a search must end, and when it must therefore stop proposing trials.
package struct SearchDeadline {
    /// When all work must end, by the process's clock; `nil` means never.
    package let end: Instant?
    /// When all work must end, by the wall clock (ms since 1970), which continues while a laptop
    /// sleeps.
    package let wallEnd: Int?

    /// Sets both ends; `nil` is for none.
    package init(end: Instant?, wallEnd: Int?) {
        self.end = end
        self.wallEnd = wallEnd
    }

    /// What the coordinator must do now.
    ///
    /// - Parameter wall: the time of the wall clock (ms since 1970).
    package func request(
        _ study: StudyState, workers: Int, at now: Instant, wall: Int
    ) -> TurnRequest {
        let spans = [end.map { $0 - now }, wallEnd.map { .milliseconds($0 - wall) }]
        guard let left = spans.compactMap(\.self).min() else { return .proceed }
        if left <= .zero { return .stop(.deadline) }
        let needed = Duration.seconds(certificationSeconds(study, workers: max(1, workers)))
        return study.wantsSearch && needed >= left ? .spendNoMore : .proceed
    }

    /// The time to finish the running trials, to choose among the finalists and to confirm the
    /// winner, one after another (s).
    private func certificationSeconds(_ study: StudyState, workers: Int) -> Double {
        let rounds = [
            study.searchTrials - study.searchTrialsOver, study.usualSelection,
            study.definition.certification.confirmations,
        ].map { ($0 + workers - 1) / workers }
        return Double(rounds.reduce(0, +)) * study.secondsPerHit
            * CoordinationLimits.certificationMargin
    }
}
