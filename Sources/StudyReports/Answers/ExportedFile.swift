package import Studies
import Trials

/// A file that was written for the user: the answer of `espalier export`.
package struct ExportedFile: Hashable, Codable, Sendable {
    /// Where it is.
    package let path: String
    /// What it holds, in the word of the command line.
    package let format: String

    /// Names a file.
    package init(path: String, format: String) {
        self.path = path
        self.format = format
    }

    /// The line that tells the user.
    package var line: String { "wrote \(path)" }
}

extension ExportedFile {
    /// The comment above an exported schedule: where it comes from, and what its certificate says.
    package static func remarks(on record: TrialRecord, of history: StudyHistory) -> [String] {
        let definition = history.state.definition
        let origin = "espalier study \(definition.name), trial \(record.trial.rawValue)"
        guard let best = history.certificate(), best.trial == record.trial else { return [origin] }
        let cost = "\(Figure.count(best.connections)) connections"
        let test = definition.target.metric.text(best.test)
        return [
            origin,
            "\(cost) (geometric mean of \(best.replicates)), "
                + "hit rate \(Figure.percent(best.hitRate)), test \(test)",
        ]
    }
}
