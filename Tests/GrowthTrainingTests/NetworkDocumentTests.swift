import Datasets
import FoundationEssentials
import GrowthTraining
import Randomness
import SparseLearning
import Testing
import Trials

/// An exported network, read back, predicts raw rows as well as its report says.
@Suite struct NetworkDocumentTests {
    /// Rows `[row × feature]` of four numbers far from 0, one of them constant.
    private static func rows(_ count: Int) -> [[Float]] {
        var generator = Seed(rawValue: 5).generator()
        return (0..<count).map { _ in
            [
                Float(40 + 3 * generator.normal()), Float(-7 + 0.5 * generator.normal()), 9,
                Float(1000 * generator.normal()),
            ]
        }
    }

    private static func csv(
        _ target: ([Float]) -> String, kind: TargetKind
    ) throws -> Dataset {
        let lines = rows(200).map { row in
            row.map { "\($0)" }.joined(separator: ",") + ",\(target(row))\n"
        }
        let text = "a,b,c,d,y\n" + lines.joined()
        return try Dataset(csv: Array(text.utf8), source: "rows.csv", target: "y", kind: kind)
    }

    private static func series() throws -> Dataset {
        var level: Float = 300
        var generator = Seed(rawValue: 6).generator()
        let values = (0..<240).map { _ in
            level = 300 + 0.9 * (level - 300) + Float(20 * generator.normal())
            return level
        }
        let table = SeriesTable(source: "s.csv", columnNames: ["y"], columns: [values])
        return try Dataset(
            series: table, target: "y", seenBy: [LaggedColumn(name: "y", lags: 1...3)]
        ).dividedByTime(validation: 0.2, test: 0.2)
    }

    enum Rows: CaseIterable {
        case twoClasses, threeClasses, numbers, series

        var metric: ScoreMetric {
            switch self {
            case .twoClasses, .threeClasses: .accuracy
            case .numbers, .series: .nrmse
            }
        }

        func dataset() throws -> Dataset {
            switch self {
            case .twoClasses:
                try csv({ $0[0] + 6 * $0[1] > -2 ? "high" : "low" }, kind: .classes)
            case .threeClasses:
                try csv({ $0[0] > 41 ? "warm" : $0[3] > 0 ? "mild" : "cold" }, kind: .classes)
            case .numbers: try csv({ "\(200 + 20 * ($0[0] - 40) + 0.05 * $0[3])" }, kind: .values)
            case .series: try NetworkDocumentTests.series()
            }
        }
    }

    /// A network that was trained a little, written as JSON and read back.
    private func document(
        of rows: Rows, scaling: String, splitAs plan: SplitPlan
    ) throws -> (document: NetworkDocument, dataset: Dataset, split: RowSplit) {
        let dataset = try rows.dataset()
        let task = TrainingTask(
            schedule: GrowthSchedule().setting(.inputScaling, to: .category(scaling)),
            dataset: try #require(DatasetDigest(rawValue: String(repeating: "ab", count: 32))),
            split: plan,
            target: TargetScore(metric: rows.metric, value: rows.metric == .accuracy ? 0.9 : 0.5),
            seed: Seed(rawValue: 1), limits: TrainingLimits(checks: 60))
        let trained = try #require(
            GrowthTrainer(task: task, dataset: try dataset.prepared(for: task)).train())
        let written = try JSONEncoder().encode(
            try NetworkDocument(trained, of: task, on: dataset, study: "small"))
        return (
            try JSONDecoder().decode(NetworkDocument.self, from: written), dataset,
            try dataset.split(plan, training: task.seed)
        )
    }

    /// The score of predictions of raw rows, against raw targets.
    private func score(
        _ predictor: NetworkPredictor, _ dataset: Dataset, _ part: [Int]
    ) -> Double {
        let predictions = part.map { row in
            predictor.predict(
                dataset.featureNames.indices.map { dataset.features[$0 * dataset.rowCount + row] })
        }
        switch dataset.targets {
        case .classes(let labels, _):
            let correct = zip(part, predictions).count { row, prediction in
                prediction == .label(Int(labels[row]))
            }
            return Double(correct) / Double(part.count)
        case .values(let values, _):
            let targets = part.map { Double(values[$0]) }
            let mean = targets.reduce(0, +) / Double(targets.count)
            let spread = targets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            let error = zip(targets, predictions).reduce(0.0) { sum, pair in
                guard case .value(let value) = pair.1 else { return .infinity }
                return sum + (value - pair.0) * (value - pair.0)
            }
            return (error / spread).squareRoot()
        }
    }

    @Test(arguments: Rows.allCases, ["deviation", "range"])
    func `a network that is read back has the scores of its report`(
        rows: Rows, scaling: String
    ) throws {
        try check(
            rows, scaling, SplitPlan(validation: 0.25, test: 0.25, seed: Seed(rawValue: 3)))
    }

    @Test(arguments: [Rows.twoClasses, .numbers])
    func `a network of a training with a split of its own has the scores of its report`(
        rows: Rows
    ) throws {
        try check(rows, "deviation", SplitPlan(folds: 4, test: 0.25, seed: Seed(rawValue: 3)))
    }

    private func check(_ rows: Rows, _ scaling: String, _ plan: SplitPlan) throws {
        let (document, dataset, split) = try document(of: rows, scaling: scaling, splitAs: plan)
        let predictor = try NetworkPredictor(document)
        let report = document.report
        #expect(abs(score(predictor, dataset, split.validation) - report.validation) < 1e-4)
        #expect(abs(score(predictor, dataset, split.test) - report.test) < 1e-4)
        #expect(document.inputs == dataset.featureNames)
        #expect((document.targetScaling == nil) == (rows.metric == .accuracy))
        #expect((document.classes == nil) == (rows.metric == .nrmse))
    }
}
