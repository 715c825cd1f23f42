import ArgumentParser
import SparseNetworks

/// An instruction set of this machine, by its name.
struct InstructionSetArgument: ExpressibleByArgument {
    let instructionSet: InstructionSet

    static var allValueStrings: [String] {
        ["best"] + InstructionSet.available.map { "\($0)" }
    }

    var defaultValueDescription: String {
        instructionSet == .best ? "best" : "\(instructionSet)"
    }

    init?(argument: String) {
        let named = InstructionSet.available.first { "\($0)" == argument }
        guard let found = argument == "best" ? .best : named else { return nil }
        instructionSet = found
    }

    init(_ instructionSet: InstructionSet) {
        self.instructionSet = instructionSet
    }
}
