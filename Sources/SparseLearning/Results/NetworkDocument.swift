public import Datasets
public import SparseNetworks
public import Trials

/// A trained network with all that is needed to use it elsewhere, as `espalier export --format
/// network` writes it in JSON.
///
/// To predict a row: scale each number x of it to (x − mean) / deviation with the feature's own
/// `scaling`, or 0 if that deviation is 0, and clip it to ±`clip`. Compute the outputs of
/// `network`. If there are `classes`, the prediction is the class with the largest output; with two
/// classes and one output, the second class if that is above 0. Otherwise it is output · deviation
/// + mean with `target_scaling`, in the unit of the target.
public struct NetworkDocument: Hashable, Codable, Sendable {
    /// How the features are scaled: a number for each, in the order of `inputs`.
    public struct FeatureScaling: Hashable, Codable, Sendable {
        /// Means over the training rows.
        public let mean: [Double]
        /// What one unit of a scaled feature stands for; 0 if the feature is constant.
        public let deviation: [Double]
        /// Scaled features are clipped to ± this many units.
        public let clip: Double
    }

    /// How a target that is a number is scaled.
    public struct TargetScaling: Hashable, Codable, Sendable {
        /// The mean over the training rows, in the target's unit.
        public let mean: Double
        /// What one unit of an output stands for, in the target's unit; 0 if all targets are equal.
        public let deviation: Double
    }

    /// The name of the format, by which readers recognise it.
    public static let formatName = "espalier-network"
    /// The version of the format that this program reads and writes.
    public static let currentVersion = 1

    /// `espalier-network`.
    public let format: String
    /// The version of the format.
    public let version: Int
    /// The study's name.
    public let study: String
    /// The names of the features, in the order of the network's inputs.
    public let inputs: [String]
    /// The names of the classes, in the order of the outputs; `nil` if the target is a number.
    public let classes: [String]?
    /// How the features are scaled.
    public let scaling: FeatureScaling
    /// How the target is scaled; `nil` if it is a class.
    public let targetScaling: TargetScaling?
    /// The network.
    public let network: NetworkSnapshot
    /// The results of its training.
    public let report: TrainingReport

    private enum CodingKeys: String, CodingKey {
        case format, version, study, inputs, classes, scaling, network, report
        case targetScaling = "target_scaling"
    }

    /// Describes a network that was trained on the rows of a dataset.
    ///
    /// - Throws: `DatasetError` if the task's split leaves a part empty.
    /// - Complexity: O(features · rows).
    public init(
        _ trained: TrainedNetwork, of task: TrainingTask, on dataset: Dataset, study: String
    ) throws(DatasetError) {
        let scales = try dataset.standardisation(for: task)
        format = Self.formatName
        version = Self.currentVersion
        self.study = study
        inputs = dataset.featureNames
        classes = if case .classes(_, let names) = dataset.targets { names } else { nil }
        scaling = FeatureScaling(
            mean: scales.features.map(\.mean), deviation: scales.features.map(\.deviation),
            clip: Standardisation.clip)
        targetScaling = scales.target.map {
            TargetScaling(mean: $0.mean, deviation: $0.deviation)
        }
        network = NetworkSnapshot(trained.network)
        report = trained.report
    }
}
