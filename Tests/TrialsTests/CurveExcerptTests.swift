import Randomness
import Testing
import Trials

/// What is recorded of a curve.
@Suite struct CurveExcerptTests {
    private static let target = TargetScore(metric: .accuracy, value: 0.9)

    /// A check of a made-up training.
    private static func point(
        _ check: Int, _ validation: Double, connections: Int = 10, _ phase: TrainingPhase = .grow
    ) -> GrowthPoint {
        GrowthPoint(
            check: check, epoch: check, connections: connections, hiddenNodes: 1,
            validation: validation, multiplyAdds: 1000 * check, phase: phase)
    }

    /// A training of so many checks that grows now and then, and is thinned in stages.
    private static func curve(_ count: Int, growthEvery period: Int, seed: UInt64) -> [GrowthPoint]
    {
        var dice = Seed(rawValue: seed).generator()
        let grown = count / 2
        return (1...count).map { check in
            let validation = 0.9 * Double(check) / Double(count) + 0.1 * dice.unit()
            guard check > grown else {
                return point(check, validation, connections: 10 + check / period)
            }
            let stage = (check - grown) / 40
            return point(
                check, validation, connections: 400 - stage,
                (check - grown) % 40 < 10 ? .thin : .tune)
        }
    }

    @Test func `a short curve keeps every check`() {
        let curve = Self.curve(CurveExcerpt.limit, growthEvery: 20, seed: 1)
        #expect(CurveExcerpt(of: curve).points.map(\.check) == curve.map(\.check))
        #expect(CurveExcerpt(of: []).points.isEmpty)
    }

    @Test(arguments: [129, 1000, 2000])
    func `a long curve keeps ends, extremes, growths and ends of stages`(count: Int) {
        let curve = Self.curve(count, growthEvery: 25, seed: 2)
        let kept = Set(CurveExcerpt(of: curve).points.map(\.check))
        #expect(kept.count <= CurveExcerpt.limit)
        #expect(kept.isSuperset(of: [1, count]))
        let scores = curve.map(\.validation)
        for (point, next) in zip(curve, curve.dropFirst()) {
            let isEnd = point.phase != next.phase
            let isGrowth = next.phase == .grow && point.connections != next.connections
            if isEnd || isGrowth { #expect(kept.contains(point.check), "check \(point.check)") }
        }
        for extreme in [scores.min(), scores.max()] {
            #expect(curve.contains { kept.contains($0.check) && $0.validation == extreme })
        }
    }

    @Test func `an excerpt of an excerpt is the same`() {
        let once = CurveExcerpt(of: Self.curve(2000, growthEvery: 3, seed: 3)).points
        #expect(once.count == CurveExcerpt.limit)
        #expect(CurveExcerpt(of: once).points == once)
    }

    @Test func `growths that are too many are taken at equal distances`() {
        let curve = (1...2000).map { Self.point($0, 0.5, connections: $0) }
        let kept = CurveExcerpt(of: curve).points.map(\.check)
        #expect(kept.count == CurveExcerpt.limit)
        let gaps = zip(kept, kept.dropFirst()).map { $1 - $0 }
        #expect(gaps.allSatisfy { (1...17).contains($0) }, "\(gaps)")
    }

    @Test func `what is straight is kept by its ends, and what sticks out by its tip`() {
        let curve = (1...500).map { Self.point($0, $0 == 300 ? 0.75 : 0.25) }
        #expect(CurveExcerpt(of: curve).points.map(\.check) == [1, 299, 300, 301, 500])
    }

    private static let scores: [(Double, Double)] = [
        (1.0 / 3, 0.333333), (2.0 / 3000, 0.000666667), (1_234_567.89, 1_234_568),
        (-0.12345678, -0.123457), (0, 0), (0.95, 0.95),
    ]

    @Test(arguments: scores)
    func `a score is recorded with six digits`(score: Double, recorded: Double) {
        #expect(CurveExcerpt(of: [Self.point(1, score)]).points[0].validation == recorded)
    }

    @Test func `a course tells the best score, the peak and the stages of both rounds`() {
        let curve = [
            Self.point(1, 0.5), Self.point(2, 0.91, connections: 40),
            Self.point(3, 0.8, connections: 30, .thin), Self.point(4, 0.95, connections: 20, .tune),
            Self.point(5, 0.93, connections: 20, .tune), Self.point(6, 0.7, connections: 15, .thin),
            Self.point(7, 0.85, connections: 15, .tune), Self.point(8, 0.92, connections: 60),
            Self.point(9, 0.85, connections: 12, .tune),
            Self.point(10, 0.9, connections: 12, .tune),
        ]
        let expected = TrainingCourse(
            best: 0.95, grown: 40, peak: 60,
            stages: [
                .init(round: 1, check: 5, connections: 20, isHeld: true),
                .init(round: 1, check: 7, connections: 15, isHeld: false),
                .init(round: 2, check: 10, connections: 12, isHeld: true),
            ])
        #expect(TrainingCourse(of: curve, target: Self.target) == expected)
        let error = TargetScore(metric: .nrmse, value: 0.6)
        #expect(TrainingCourse(of: curve, target: error).best == 0.5)
        #expect(
            TrainingCourse(of: [], target: error)
                == TrainingCourse(best: nil, grown: nil, peak: 0, stages: []))
    }

    @Test func `the text of a course never changes`() throws {
        let course = TrainingCourse(
            best: 0.9375, grown: 40, peak: 60,
            stages: [.init(round: 2, check: 10, connections: 12, isHeld: true)])
        let golden = #"{"best":0.9375,"grown":40,"peak":60,"stages":[[2,10,12,true]]}"#
        #expect(try Fixtures.text(course) == golden)
        #expect(try Fixtures.value(TrainingCourse.self, from: golden) == course)
    }
}
