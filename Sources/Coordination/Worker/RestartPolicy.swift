/// Decides which workers of a pool are restarted after they ended, and when.
///
/// The caller numbers the workers from 0, reports each end, and asks which are due.
package struct RestartPolicy: Hashable, Sendable {
    /// How a worker ended.
    package enum End: Hashable, Sendable {
        /// On purpose: it is not restarted.
        case left
        /// A trial took too long, which shows that the worker can train.
        case ranOutOfTime
        /// In any other way.
        case died
    }

    /// What happens to a worker that ended.
    package enum Verdict: Hashable, Sendable {
        /// It is not restarted, because it left on purpose.
        case rest
        /// It is restarted at an instant.
        case restart(at: Instant)
        /// It died so often, each time soon after its start, that it is not restarted.
        case giveUp
    }

    private struct Member: Hashable {
        var startedAt: Instant
        var restartAt: Instant?
        var quickDeaths = 0
        var isGivenUp: Bool { quickDeaths >= CoordinationLimits.quickDeaths }
    }

    private var members: [Member]

    /// Notes that this many workers start now.
    package init(workers count: Int, at now: Instant) {
        members = Array(repeating: Member(startedAt: now), count: count)
    }

    /// Whether every worker died so often that none is restarted.
    package var hasGivenUp: Bool { members.allSatisfy(\.isGivenUp) }

    /// Notes that a worker ended, and decides what happens to it.
    package mutating func verdict(on worker: Int, after end: End, at now: Instant) -> Verdict {
        members[worker].restartAt = nil
        guard end != .left else { return .rest }
        let isQuick =
            end == .died && now - members[worker].startedAt < CoordinationLimits.quickLife
        members[worker].quickDeaths = isQuick ? members[worker].quickDeaths + 1 : 0
        guard !members[worker].isGivenUp else { return .giveUp }
        let pause = CoordinationLimits.restartPause * (1 << members[worker].quickDeaths)
        members[worker].restartAt = now + pause
        return .restart(at: now + pause)
    }

    /// The workers to start now, each once.
    package mutating func due(at now: Instant) -> [Int] {
        let due = members.indices.filter { index in
            members[index].restartAt.map { $0 <= now } ?? false
        }
        for index in due {
            members[index].restartAt = nil
            members[index].startedAt = now
        }
        return due
    }
}
