import ArgumentParser
import Datasets
import FoundationEssentials
import OperatingSystem
import Randomness
import SparseLearning
import SparseNetworks
import StudyFiles
import StudyReports

/// `espalier benchmark training`.
struct TrainingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "training",
        abstract: "Measures an epoch of a 784-300-100-10 network, and where its time goes.",
        discussion: """
            Example:  taskset -c 1 espalier benchmark training --data configs/datasets/mnist
            The parts of an epoch are measured apart, so their shares are estimates.
            """)

    @Option(
        help:
            "The folder with the four files of MNIST, .gz or not; without it rows are random bytes."
    )
    var data: String?

    @OptionGroup var output: ResultOptions

    func run() throws {
        try reporting {
            let (training, validation) = try tables()
            let cpu = BenchmarkCommand.processorName
            Terminal.say(
                """
                784-300-100-10, \(training.rowCount) \(data == nil ? "random rows" : "images"), \
                batches of 64, one core of \(cpu), \(InstructionSet.best)
                """)
            let times = TrainingBenchmark.run(
                on: training, judging: validation, clock: SystemClock.seconds)
            for time in times { Terminal.say(Self.text(time, validation.rowCount)) }
            try output.say(BenchmarkResult("training", cpu: cpu, rows: times))
        }
    }

    private static func text(_ time: EpochTimes, _ validationRows: Int) -> String {
        """
        density \(Figure.percent(time.density)): epoch \(Figure.fixed(time.epoch, 3)) s (about: \
        kernels \(Figure.percent(time.share(of: time.kernels))), rows \
        \(Figure.percent(time.share(of: time.rows))), optimiser \
        \(Figure.percent(time.share(of: time.optimizer))); \(Figure.fixed(time.gigaflops, 1)) \
        GFLOP/s), validation of \(validationRows) rows \
        \(Figure.fixed(time.validation, 4)) s
        """
    }

    private func tables() throws -> (training: RowTable, validation: RowTable) {
        guard let data else {
            return (TrainingBenchmark.randomRows(55_000), TrainingBenchmark.randomRows(5_000))
        }
        let (first, rest) = (try Self.images("train", in: data), try Self.images("t10k", in: data))
        do throws(DatasetError) {
            let dataset = try Dataset(training: first, validation: nil, test: rest)
            let split = try dataset.split(
                validation: Self.validationShare, test: 0, seed: Seed(rawValue: 1))
            let prepared = dataset.prepared(split: split, scaling: .range)
            return (prepared.trainingTable, prepared.validationTable)
        } catch {
            throw StudyLoadingError.dataset(error)
        }
    }

    /// 5,000 of the 60,000 training images.
    private static let validationShare = 0.0833333

    /// Reads images and labels of MNIST.
    ///
    /// - Parameter name: `train` or `t10k`.
    private static func images(_ name: String, in folder: String) throws -> Dataset {
        let images = path("\(name)-images-idx3-ubyte", in: folder)
        let labels = path("\(name)-labels-idx1-ubyte", in: folder)
        let bytes = (try UnpackedFile.read(images), try UnpackedFile.read(labels))
        do throws(DatasetError) {
            return try Dataset(
                idx: bytes.0, source: images, labels: bytes.1, labelSource: labels, kind: .classes)
        } catch {
            throw StudyLoadingError.dataset(error)
        }
    }

    /// The path of a file, or of its compressed form if only that exists.
    private static func path(_ name: String, in folder: String) -> String {
        let plain = "\(folder)/\(name)"
        return FileManager.default.fileExists(atPath: plain) ? plain : plain + ".gz"
    }
}
