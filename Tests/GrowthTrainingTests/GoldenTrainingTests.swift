import GrowthTraining
import SparseLearning
import Testing
import Trials

@Suite struct GoldenTrainingTests {
    @Test(arguments: GoldenTask.allCases)
    func `a training comes to what it always came to`(golden: GoldenTask) throws {
        let trained = try #require(
            GrowthTrainer(task: golden.task, dataset: golden.dataset).train())
        #expect(line(trained.report) == golden.expected, "\(golden)")
    }

    private func line(_ report: TrainingReport) -> String {
        let ending =
            switch report.outcome {
            case .reached: "reached"
            case .censored(let cap): "censored \(cap)"
            case .failed(.fullyGrown): "fully grown"
            case .failed(.targetMissed): "missed"
            case .failed(.diverged): "diverged"
            case .failed(.exhausted): "exhausted"
            }
        let numbers = [
            report.connections, report.hiddenNodes, report.inputsUsed,
            report.curve.last?.check ?? 0, report.epochs, report.multiplyAdds,
        ]
        return ([report.fingerprint.rawValue, ending] + numbers.map(String.init))
            .joined(separator: " ")
    }
}
