package import Trials

/// How many rows judge the networks of a study, with a warning if they are few.
package struct JudgingRows: Hashable, Sendable {
    /// With fewer rows, one of them is more than half a point of accuracy.
    package static let fewest = 200

    /// Validation rows of each training.
    package let validation: Int
    /// Rows that are not for test.
    package let outsideTest: Int
    /// How the rows are split.
    package let plan: SplitPlan
    /// What they judge by.
    package let metric: ScoreMetric

    /// States the counts.
    package init(validation: Int, outsideTest: Int, plan: SplitPlan, metric: ScoreMetric) {
        self.validation = validation
        self.outsideTest = outsideTest
        self.plan = plan
        self.metric = metric
    }

    /// What users are told when a search starts; `nil` if the rows are enough.
    ///
    /// An error of numbers has no steps, and the rows of a puzzle are all that there are. With
    /// folds, all rows that are not for test judge a schedule, by one training or another.
    package var warning: String? {
        guard metric == .accuracy, !plan.sharesRows else { return nil }
        if plan.folds == nil {
            guard validation < Self.fewest else { return nil }
            return "only \(Figure.number(validation, "validation row")), "
                + "\(Self.worth(validation)), so a search finds networks that fit these rows; with "
                + "data.split: {folds: 5} each training has others"
        }
        guard outsideTest < Self.fewest else { return nil }
        return "only \(Figure.number(outsideTest, "row")) for training and validation together, "
            + "\(Self.worth(outsideTest)), so small differences mean little, even with folds"
    }

    /// What one of some rows means for their accuracy.
    private static func worth(_ count: Int) -> String {
        "each worth \(Figure.fixed(100 / Double(count), 1)) points of accuracy"
    }
}
