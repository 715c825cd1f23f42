import ArgumentParser
import SparseLearning
import LocalTraining
import Randomness
import SparseNetworks
import Studies
import StudyDocuments
import StudyFiles
import StudyReports
import Trials

/// `espalier grow`: grows one network with a schedule.
struct GrowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grow",
        abstract: "Grows one network with a schedule, and reports the result.",
        discussion: """
            Example:  espalier grow best.yaml --config configs/digits.yaml --seed 7
            Parameters that the schedule does not name have their defaults; an empty file is valid.
            """)

    @Argument(help: "The file of the schedule, as `export --format schedule` writes it.")
    var schedule: String

    @Option(help: "The config that says which rows and which target.")
    var config: String

    @Option(help: "The seed of the training.")
    var seed: UInt64 = 1

    @Option(help: "Write the network to this file, as JSON.")
    var out: String?

    @Option(help: "The kernels to use; the report is the same with all of them.")
    var instructionSet = InstructionSetArgument(.best)

    @OptionGroup var output: ResultOptions

    func run() throws {
        try reporting {
            let loaded = try LoadedStudy(config: config)
            let definition = loaded.definition
            let schedule = try ScheduleFile.read(self.schedule, for: definition.learning)
            loaded.warn()
            let task = TrainingTask(
                schedule: schedule, dataset: definition.dataset, split: definition.split,
                target: definition.target, seed: Seed(rawValue: seed), limits: definition.limits)
            let trained = MeasuredTraining.run(
                task: task, dataset: try loaded.prepared(for: task),
                instructionSet: instructionSet.instructionSet)
            guard let trained else { preconditionFailure("the training was not stopped") }
            Terminal.say(trained.report.lines(under: definition.target))
            if let out {
                try NetworkFile.write(trained, of: task, in: loaded, to: out)
                Terminal.complain("wrote \(out)")
            }
            try output.say(trained.report)
        }
    }
}
