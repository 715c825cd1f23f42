import PlainJSON
import Randomness
import Testing
import Trials

/// The texts on the wire and in the journal.
@Suite struct DocumentTextTests {
    private static let digits = String(repeating: "0f", count: 32)

    private func task(cap: Int?) throws -> TrainingTask {
        TrainingTask(
            schedule: Fixtures.schedule,
            dataset: try #require(DatasetDigest(rawValue: Self.digits)),
            split: SplitPlan(validation: 0.25, test: 0.125, seed: Seed(rawValue: 3)),
            target: TargetScore(metric: .accuracy, value: 0.875),
            seed: Seed(rawValue: 1 << 52),
            limits: TrainingLimits(checks: 100, multiplyAdds: 5_000_000_000, connections: 900),
            cap: cap
        )
    }

    private func report(_ outcome: TrainingOutcome) -> TrainingReport {
        TrainingReport(
            outcome: outcome,
            connections: 40,
            hiddenNodes: 2,
            inputsUsed: 7,
            biases: 3,
            validation: 0.9375,
            test: 0.75,
            epochs: 12,
            multiplyAdds: 4_000_000_000,
            curve: [
                GrowthPoint(
                    check: 1,
                    epoch: 2,
                    connections: 30,
                    hiddenNodes: 1,
                    validation: 0.5,
                    multiplyAdds: 1000,
                    phase: .tune
                )
            ],
            fingerprint: Fingerprint(hash: 0xAB),
            seconds: 0.5,
            cpuSeconds: 0.25
        )
    }

    @Test func `the text of a task never changes`() throws {
        let golden =
            #"{"cap":700,"dataset":"\#(Self.digits)","#
            + #""limits":{"checks":100,"connections":900,"multiply_adds":5000000000},"#
            + #""schedule":\#(Fixtures.scheduleText),"seed":4503599627370496,"#
            + #""split":{"seed":3,"shares_rows":false,"test":0.125,"validation":0.25},"#
            + #""target":{"metric":"accuracy","value":0.875}}"#
        let task = try task(cap: 700)
        #expect(try Fixtures.text(task) == golden)
        #expect(try Fixtures.value(TrainingTask.self, from: golden) == task)
    }

    @Test func `a split names its folds only if it has some`() throws {
        let shares = SplitPlan(validation: 0.25, test: 0.125, seed: Seed(rawValue: 3))
        let text = #"{"seed":3,"shares_rows":false,"test":0.125,"validation":0.25}"#
        #expect(try Fixtures.text(shares) == text)
        #expect(try Fixtures.value(SplitPlan.self, from: text) == shares)
        let folds = SplitPlan(folds: 5, test: 0.125, seed: Seed(rawValue: 3))
        let golden = #"{"folds":5,"seed":3,"shares_rows":false,"test":0.125,"validation":0}"#
        #expect(try Fixtures.text(folds) == golden)
        #expect(try Fixtures.value(SplitPlan.self, from: golden) == folds)
    }

    @Test(arguments: [-1, 0, 1, 21])
    func `a message with folds out of bounds is refused`(folds: Int) {
        let text = #"{"folds":\#(folds),"seed":3,"shares_rows":false,"test":0.125,"validation":0}"#
        #expect(throws: (any Error).self) {
            try FieldWalk.read(Array(text.utf8), checksBounds: true) { walk in
                try SplitPlan(&walk, nil)
            }
        }
    }

    @Test func `a task without a cap does not mention it`() throws {
        let task = try task(cap: nil)
        let text = try Fixtures.text(task)
        #expect(!text.contains(#""cap""#))
        #expect(try Fixtures.value(TrainingTask.self, from: text) == task)
    }

    @Test func `the text of a report never changes`() throws {
        let golden =
            #"{"biases":3,"connections":40,"cpu_seconds":0.25,"curve":[{"check":1,"#
            + #""connections":30,"epoch":2,"hidden_nodes":1,"multiply_adds":1000,"#
            + #""phase":"tune","validation":0.5}],"epochs":12,"fingerprint":"00000000000000ab","#
            + #""hidden_nodes":2,"inputs_used":7,"multiply_adds":4000000000,"#
            + #""outcome":{"reached":{}},"seconds":0.5,"test":0.75,"validation":0.9375}"#
        #expect(try Fixtures.text(report(.reached)) == golden)
        #expect(try Fixtures.value(TrainingReport.self, from: golden) == report(.reached))
    }

    @Test func `a check without a phase, as in old journals, is of growth`() throws {
        let text =
            #"{"check":1,"connections":30,"epoch":2,"hidden_nodes":1,"multiply_adds":1000,"#
            + #""validation":0.5}"#
        #expect(try Fixtures.value(GrowthPoint.self, from: text).phase == .grow)
        #expect(throws: DecodingError.self) {
            try Fixtures.value(
                GrowthPoint.self,
                from: text.replacing(#""check":1"#, with: #""check":1,"phase":"melt""#)
            )
        }
    }

    @Test(arguments: [
        (TrainingOutcome.reached, #"{"reached":{}}"#),
        (.censored(cap: 9), #"{"censored":{"cap":9}}"#),
        (
            .failed(reason: .diverged(check: 2)),
            #"{"failed":{"reason":{"diverged":{"check":2}}}}"#
        ),
        (
            .failed(reason: .targetMissed(checks: 3)),
            #"{"failed":{"reason":{"target_missed":{"checks":3}}}}"#
        ),
        (
            .failed(reason: .fullyGrown(connections: 4)),
            #"{"failed":{"reason":{"fully_grown":{"connections":4}}}}"#
        ),
        (
            .failed(reason: .exhausted(multiplyAdds: 5)),
            #"{"failed":{"reason":{"exhausted":{"multiply_adds":5}}}}"#
        ),
    ])
    func `the text of an outcome never changes`(outcome: TrainingOutcome, golden: String) throws {
        #expect(try Fixtures.text(outcome) == golden)
        #expect(try Fixtures.value(TrainingOutcome.self, from: golden) == outcome)
        #expect(report(outcome).isReached == (outcome == .reached))
    }

    @Test func `the text of a domain never changes`() throws {
        let domains: [(ParameterDomain, String)] = [
            (
                .real(range: 0.5...1.5, scale: .log),
                #"{"real":{"range":[0.5,1.5],"scale":"log"}}"#
            ),
            (
                .integer(range: 1...4, scale: .linear),
                #"{"integer":{"range":[1,4],"scale":"linear"}}"#
            ),
            (.category(choices: ["a", "b"]), #"{"category":{"choices":["a","b"]}}"#),
        ]
        for (domain, golden) in domains {
            #expect(try Fixtures.text(domain) == golden)
            #expect(try Fixtures.value(ParameterDomain.self, from: golden) == domain)
        }
    }
}
