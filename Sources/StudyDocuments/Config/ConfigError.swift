/// Why a document that a person wrote cannot be used, and where.
package struct ConfigError: Error, Hashable, Sendable {
    /// What is wrong.
    package enum Problem: Hashable, Sendable {
        /// A value is not legal.
        case illegal(found: String, expected: String)
        /// A required key is missing.
        case missing(expected: String)
        /// A key is not known here.
        case unknown(nearest: String?, known: [String])
        /// A key or a word is repeated.
        case repeated
        /// The text is not YAML.
        case unreadable(reason: String)
    }

    /// The document, as the user named it.
    package let file: String
    /// The line, from 1.
    package let line: Int
    /// The column, from 1.
    package let column: Int
    /// The keys that lead to the value, with dots: `space.patience.to`; empty for the document.
    package let key: String
    /// What is wrong there.
    package let problem: Problem

    /// Creates an error at a place of a document.
    package init(file: String, line: Int, column: Int, key: String, problem: Problem) {
        self.file = file
        self.line = line
        self.column = column
        self.key = key
        self.problem = problem
    }
}

extension ConfigError: CustomStringConvertible {
    /// One line: `digits.yaml:14: space.patience.to is 0, expected a whole number from 1 to 1000`.
    package var description: String {
        "\(file):\(line): \(key.isEmpty ? "the document" : key) \(problem)"
    }
}

extension ConfigError.Problem: CustomStringConvertible {
    /// What follows the key in the message.
    package var description: String {
        switch self {
        case .illegal(let found, let expected): "is \(found), expected \(expected)"
        case .missing(let expected): "is missing, expected \(expected)"
        case .unknown(let nearest, let known):
            "is not a known key\(nearest.map { ", did you mean \($0)?" } ?? ";") "
                + "known here: \(known.joined(separator: ", "))"
        case .repeated: "is written twice, expected once"
        case .unreadable(let reason): "is not readable as YAML: \(reason)"
        }
    }
}
