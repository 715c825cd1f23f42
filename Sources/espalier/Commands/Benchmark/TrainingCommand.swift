import ArgumentParser
import Datasets
import FoundationEssentials
import OperatingSystem
import Randomness
import SparseLearning
import SparseNetworks
import Studies
import StudyDocuments
import StudyFiles
import StudyReports
import Trials

/// `espalier benchmark training`.
struct TrainingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "training",
        abstract: "Measures an epoch of a 784-300-100-10 network, and where its time goes.",
        discussion: """
            Example:  taskset -c 1 espalier benchmark training --data configs/datasets/mnist
            """)

    @Option(
        help:
            "The folder with the four files of MNIST, .gz or not; without it rows are random bytes."
    )
    var data: String?

    @OptionGroup var output: ResultOptions

    private struct Row: Encodable {
        let density: Double
        let trainingRows: Int
        let epochSeconds: Double
        let kernelShare: Double
        let rowsShare: Double
        let optimizerShare: Double
        let gflops: Double
        let validationSeconds: Double
    }

    func run() throws {
        try reporting {
            let (training, validation) = try tables()
            let cpu = BenchmarkCommand.processorName()
            Terminal.say(
                """
                784-300-100-10, \(training.rowCount) \(data == nil ? "random rows" : "images"), \
                batches of 64, one core of \(cpu), \(InstructionSet.best)
                """)
            let times = TrainingBenchmark.run(
                on: training, judging: validation, clock: SystemClock.seconds)
            for time in times { Terminal.say(Self.text(time, validation.rowCount)) }
            try output.say(
                BenchmarkCommand.Result(
                    benchmark: "training", cpu: cpu,
                    rows: times.map { Self.row($0, training.rowCount) }))
        }
    }

    private static func text(_ time: EpochTimes, _ validationRows: Int) -> String {
        """
        density \(Figure.percent(time.density)): epoch \(Figure.fixed(time.epoch, 3)) s (kernels \
        \(Figure.percent(time.kernels / time.epoch)), rows \
        \(Figure.percent(time.rows / time.epoch)), optimiser \
        \(Figure.percent(time.optimizer / time.epoch)); \(Figure.fixed(time.gigaflops, 1)) \
        GFLOP/s), validation of \(validationRows) rows \
        \(Figure.fixed(time.validation, 4)) s
        """
    }

    private static func row(_ time: EpochTimes, _ trainingRows: Int) -> Row {
        Row(
            density: time.density, trainingRows: trainingRows, epochSeconds: time.epoch,
            kernelShare: time.kernels / time.epoch, rowsShare: time.rows / time.epoch,
            optimizerShare: time.optimizer / time.epoch,
            gflops: time.gigaflops, validationSeconds: time.validation)
    }

    private func tables() throws -> (training: RowTable, validation: RowTable) {
        guard let data else {
            return (TrainingBenchmark.randomRows(55_000), TrainingBenchmark.randomRows(5_000))
        }
        let folder = try TemporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        let config = folder.path + "/mnist.yaml"
        try ResultFile.write(Self.config(imagesIn: Self.absolute(data)), to: config)
        let loaded = try LoadedStudy(config: config)
        let definition = loaded.definition
        let task = TrainingTask(
            schedule: GrowthSchedule().setting(.inputScaling, to: .category("range")),
            dataset: definition.dataset, split: definition.split, target: definition.target,
            seed: Seed(rawValue: 1), limits: definition.limits)
        let dataset = try loaded.prepared(for: task)
        return (dataset.trainingTable, dataset.validationTable)
    }

    private static func absolute(_ folder: String) -> String {
        folder.hasPrefix("/") ? folder : FileManager.default.currentDirectoryPath + "/" + folder
    }

    /// The path of a file, or of its compressed form if only that exists.
    private static func path(_ name: String, in folder: String) -> String {
        let plain = "\(folder)/\(name)"
        return FileManager.default.fileExists(atPath: plain) ? plain : plain + ".gz"
    }

    private static func config(imagesIn folder: String) -> String {
        """
        study: benchmark
        data:
          images: \(path("train-images-idx3-ubyte", in: folder))
          labels: \(path("train-labels-idx1-ubyte", in: folder))
          test_images: \(path("t10k-images-idx3-ubyte", in: folder))
          test_labels: \(path("t10k-labels-idx1-ubyte", in: folder))
          task: classification
          split: {validation: 0.0833333, seed: 1}
        objective: {accuracy: 0.9}
        space: {patience: {from: 1, to: 2}}
        budget: {trials: 1}

        """
    }
}
