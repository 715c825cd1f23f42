import Coordination
import Randomness
import Studies
import Testing
import Trials

/// When a search ends, and when it asks for no more trials so that its certification fits.
@Suite struct SearchDeadlineTests {
    /// A study in which one trial took 10 s of processor time, and so many others run.
    ///
    /// Two finalists with three fresh seeds each are planned, and no confirmations.
    private static func study(running: Int = 0, budget: Int = 100) throws -> StudyState {
        let stage = try Stage(trials: budget, finalists: 4, replicates: 5)
        let worker = try stage.worker("oak")
        var report = TrainingReport.reached(connections: 100)
        report.cpuSeconds = 10
        var events = stage.journal
        for number in 1...(1 + running) {
            let trial = TrialID(rawValue: number)
            let attempt = Attempt(1, of: trial)
            events += [
                .proposed(
                    trial: trial, schedule: GrowthSchedule(), seed: Seed(rawValue: UInt64(number)),
                    purpose: .search),
                .leased(attempt: attempt, worker: worker),
            ]
            guard number == 1 else { continue }
            events.append(.reported(attempt: attempt, worker: worker, report: report))
        }
        return try StudyState(replaying: events)
    }

    private func request(
        _ study: StudyState, workers: Int = 1, secondsLeft: Int64, of whole: Int64 = 1000
    ) -> TurnRequest {
        SearchDeadline(begin: .zero, end: .seconds(whole), wallBegin: 0, wallEnd: nil)
            .request(study, workers: workers, at: .seconds(whole - secondsLeft), wall: 0)
    }

    @Test func `a search ends by whichever clock says so first`() throws {
        let study = try Self.study()
        let deadline = SearchDeadline(
            begin: .zero, end: .seconds(1000), wallBegin: 0, wallEnd: 5_000_000)
        func request(at now: Int64, wall: Int) -> TurnRequest {
            deadline.request(study, workers: 1, at: .seconds(now), wall: wall)
        }
        #expect(request(at: 40, wall: 40_000) == .proceed)
        #expect(request(at: 40, wall: 5_000_000) == .stop(.deadline), "the machine slept")
        #expect(request(at: 1000, wall: 40_000) == .stop(.deadline), "the clock was put back")
        #expect(deadline.timeLeft(at: .seconds(40), wall: 4_990_000) == .seconds(10))
        let endless = SearchDeadline(begin: .zero, end: nil, wallBegin: 0, wallEnd: nil)
        #expect(endless.request(study, workers: 1, at: .seconds(1 << 30), wall: .max) == .proceed)
        #expect(endless.timeLeft(at: .zero, wall: 0) == nil)
    }

    @Test func `no more is proposed once six trainings half as long again would just fit`() throws {
        let study = try Self.study()
        #expect(request(study, secondsLeft: 91) == .proceed)
        #expect(request(study, secondsLeft: 90) == .spendNoMore(certifications: 6))
        #expect(request(study, secondsLeft: 31) == .spendNoMore(certifications: 2))
        #expect(request(study, secondsLeft: 1) == .spendNoMore(certifications: 0))
        #expect(request(study, secondsLeft: 0) == .stop(.deadline))
    }

    /// Six trainings of 10 s would take 60 of 100 s: 40 are planned for.
    @Test func `of a short time two fifths at most are kept, half as long again`() throws {
        let study = try Self.study()
        #expect(request(study, secondsLeft: 61, of: 100) == .proceed)
        #expect(request(study, secondsLeft: 60, of: 100) == .spendNoMore(certifications: 4))
    }

    @Test func `workers share what is left to do, in whole rounds`() throws {
        let study = try Self.study()
        #expect(request(study, workers: 4, secondsLeft: 31) == .proceed)
        #expect(request(study, workers: 4, secondsLeft: 30) == .spendNoMore(certifications: 8))
    }

    @Test func `what runs is finished first`() throws {
        let study = try Self.study(running: 3)
        #expect(request(study, secondsLeft: 136) == .proceed)
        #expect(request(study, secondsLeft: 135) == .spendNoMore(certifications: 6))
    }

    @Test func `a search that proposes nothing any more goes on to its end`() throws {
        let study = try Self.study(running: 3, budget: 4)
        #expect(request(study, secondsLeft: 10) == .proceed)
        #expect(request(study, secondsLeft: 0) == .stop(.deadline))
    }

    @Test func `if trainings take longer than planned, fewer certify`() throws {
        let study = try Self.study(budget: 1)
        #expect(study.phase == .certifying && study.plannedCertifications == 5)
        #expect(request(study, secondsLeft: 75) == .proceed)
        #expect(request(study, secondsLeft: 74) == .spendNoMore(certifications: 4))
    }

    @Test func `the wall clock makes room for certification, too`() throws {
        let study = try Self.study()
        let deadline = SearchDeadline(
            begin: .zero, end: nil, wallBegin: 0, wallEnd: 1_000_000)
        let asked = deadline.request(study, workers: 1, at: .zero, wall: 910_000)
        #expect(asked == .spendNoMore(certifications: 6))
    }
}
