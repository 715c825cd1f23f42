package import Studies

/// When a search must end, and when it must therefore stop proposing trials.
///
/// From the start, a share of the whole time is kept for certification. If trainings turn out to
/// take longer, there will be fewer that certify.
package struct SearchDeadline {
    /// When the process began, and when all its work must end, by its clock; `nil` means never.
    private let span: (begin: Instant, end: Instant?)
    /// The same by the wall clock (ms since 1970), which continues while a laptop sleeps.
    private let wallSpan: (begin: Int, end: Int?)

    /// Sets both ends; `nil` is for none.
    package init(begin: Instant, end: Instant?, wallBegin: Int, wallEnd: Int?) {
        span = (begin, end)
        wallSpan = (wallBegin, wallEnd)
    }

    /// The time that is left by whichever clock ends it first; `nil` if there is no end.
    ///
    /// - Parameter wall: the time of the wall clock (ms since 1970).
    package func timeLeft(at now: Instant, wall: Int) -> Duration? {
        let spans = [span.end.map { $0 - now }, wallSpan.end.map { .milliseconds($0 - wall) }]
        return spans.compactMap(\.self).min()
    }

    /// What the coordinator must do now.
    ///
    /// - Parameter wall: the time of the wall clock (ms since 1970).
    package func request(
        _ study: StudyState, workers: Int, at now: Instant, wall: Int
    ) -> TurnRequest {
        guard let left = timeLeft(at: now, wall: wall) else { return .proceed }
        if left <= .zero { return .stop(.deadline) }
        let each = study.secondsPerTraining * CoordinationLimits.certificationMargin
        guard each > 0 else { return .proceed }
        let workers = max(1, workers)
        // What runs is finished first: trials of the search, or trainings that certify.
        let running = study.proposedTrials - study.trialsOver
        let rest = left / .seconds(1) - Double((running + workers - 1) / workers) * each
        if study.wantsSearch, rest > kept(for: study, workers: workers) { return .proceed }
        let room = Int(min(max(0, rest) / each, 1e6)) * workers
        let most = study.certifications + study.plannedCertifications
        let fits = min(study.certifications + room, most)
        let isShort = study.phase == .certifying && fits < most
        return study.wantsSearch || isShort ? .spendNoMore(certifications: fits) : .proceed
    }

    /// The part of the whole time that is kept for certification (s).
    private func kept(for study: StudyState, workers: Int) -> Double {
        guard let whole = timeLeft(at: span.begin, wall: wallSpan.begin) else { return 0 }
        return study.certificationSeconds(within: whole / .seconds(1), workers: workers)
            * CoordinationLimits.certificationMargin
    }
}
