import Datasets
import FoundationEssentials
import SparseLearning
import SparseNetworks
import Studies
import StudyDocuments
import StudyFiles
import Trials

/// Files that hold a trained network and all that is needed to use it elsewhere.
enum NetworkFile {
    private struct Scaling: Encodable {
        let mean: [Double]
        let deviation: [Double]
        let clip: Double
    }

    private struct Document: Encodable {
        let format = "espalier-network"
        let version = 1
        let study: String
        let inputs: [String]
        let classes: [String]?
        let scaling: Scaling
        let network: NetworkSnapshot
        let report: TrainingReport
    }

    static func write(
        _ trained: TrainedNetwork, of loaded: LoadedStudy, under schedule: GrowthSchedule,
        to path: String
    ) throws {
        let plan = loaded.definition.split
        let rows = try loaded.dataset.split(
            validation: plan.validation, test: plan.test, seed: plan.seed,
            sharesRows: plan.sharesRows)
        let scales = loaded.dataset.standardisation(
            split: rows, scaling: InputScaling(schedule)
        ).features
        let classes: [String]? =
            if case .classes(_, let names) = loaded.dataset.targets { names } else { nil }
        let document = Document(
            study: loaded.config.name, inputs: loaded.dataset.featureNames, classes: classes,
            scaling: Scaling(
                mean: scales.map(\.mean), deviation: scales.map(\.deviation),
                clip: Standardisation.clip), network: NetworkSnapshot(trained.network),
            report: trained.report)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        let text = String(decoding: try encoder.encode(document), as: UTF8.self)
        try ResultFile.write(text + "\n", to: path)
    }
}
