import FoundationEssentials
import PlainJSON
import ScheduleSearch
import SearchBenchmark
import Studies
import Testing
import Trials

/// Decisions rest on what is recorded of a training, which must be enough.
@Suite struct ExcerptTests {
    private static let target = TargetScore(metric: .accuracy, value: 0.93)

    private static func schedule(_ thinning: String, _ secondGrowth: String) -> GrowthSchedule {
        Clouds.definition.space.base.setting(.thinning, to: .category(thinning))
            .setting(.secondGrowth, to: .category(secondGrowth))
            .setting(.thinningSteps, to: .integer(60)).setting(.tuningSteps, to: .integer(120))
    }

    /// What the journal tells of a report: its excerpt, without the curve.
    private static func recorded(_ report: TrainingReport) throws -> TrainingReport {
        let excerpt = report.excerpt(target: target)
        let written = FieldWalk.write(capacity: 0) { walk in
            _ = try TrainingReport(&walk, excerpt, leavingOutCurve: true)
        }
        let read = try JSONDecoder().decode(TrainingReport.self, from: Data(written))
        #expect(read.curve.isEmpty && read.course == excerpt.course)
        return read
    }

    @Test(
        arguments: [("none", "none"), ("activation", "none"), ("activation", "keep")], [0.8, 0.93])
    func `a recorded training is judged as its whole curve would be`(
        growth: (String, String), reachable: Double
    ) throws {
        let schedule = Self.schedule(growth.0, growth.1)
        var passed: Set<Bool> = []
        for seed in 1...4 {
            for effort in [nil, 2_000_000] {
                let whole = try Clouds.train(
                    schedule, seed: seed, target: reachable, effort: effort)
                let table = RecordedTraining(cell: 0, seed: seed, report: whole).report
                for report in [whole, table] {
                    let recorded = try Self.recorded(report.withCurve(report.curve))
                    #expect(
                        Fitness(recorded, under: Self.target) == Fitness(report, under: Self.target)
                    )
                    for cap in 0..<140 {
                        let passes = report.passes(cap: cap, under: schedule, target: Self.target)
                        passed.insert(passes)
                        #expect(
                            recorded.passes(cap: cap, under: schedule, target: Self.target)
                                == passes, "seed \(seed), cap \(cap)")
                    }
                }
            }
        }
        #expect(passed.contains(false))
        if growth.1 == "none" { #expect(passed.contains(true)) }
    }
}
