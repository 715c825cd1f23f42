import Randomness
import StudyReports
import Testing
import Trials

@Suite struct JudgingRowsTests {
    private static let shares = SplitPlan(validation: 0.2, test: 0.2, seed: Seed(rawValue: 1))
    private static let folds = SplitPlan(folds: 5, test: 0.2, seed: Seed(rawValue: 1))
    private static let shared = SplitPlan(
        validation: 0, test: 0, seed: Seed(rawValue: 1), sharesRows: true)

    private func warning(
        _ validation: Int, of outsideTest: Int, _ plan: SplitPlan = Self.shares,
        _ metric: ScoreMetric = .accuracy
    ) -> String? {
        JudgingRows(
            validation: validation, outsideTest: outsideTest, plan: plan, metric: metric
        ).warning
    }

    @Test func `few validation rows are named, with what one is worth, and the way out`() {
        #expect(
            warning(42, of: 170)
                == "only 42 validation rows, each worth 2.4 points of accuracy, so a search finds "
                + "networks that fit these rows; with data.split: {folds: 5} each training has "
                + "others")
        #expect(warning(199, of: 800) != nil)
        #expect(warning(200, of: 800) == nil)
    }

    @Test func `with folds, all rows outside test judge`() {
        #expect(warning(72, of: 288, Self.folds) == nil)
        #expect(
            warning(30, of: 150, Self.folds)
                == "only 150 rows for training and validation together, each worth 0.7 points of "
                + "accuracy, so small differences mean little, even with folds")
    }

    @Test func `puzzles and numbers have no warning`() {
        #expect(warning(4, of: 4, Self.shared) == nil)
        #expect(warning(10, of: 50, Self.shares, .nrmse) == nil)
    }
}
