extension DatasetError: CustomStringConvertible {
    /// Names the position, what was found, and what is expected or should be done.
    public var description: String {
        switch self {
        case .empty(let source):
            "\(source): is empty, expected a dataset"
        case .noRows(let source):
            "\(source): has no rows, expected at least two"
        case .noFeatures(let source, let target):
            "\(source): has no column beside the target \(quoted(target)), expected features"
        case .missingColumn(let source, let column, let columns):
            "\(source): has no column \(quoted(column)); its columns are \(list(columns))"
        case .unnamedColumn(let place):
            "\(place) has no name, expected one in the header line"
        case .duplicateColumn(let place, let first):
            "\(place) has the name of column \(first), expected names that differ"
        case .foreignDelimiter(let source, let line, let found):
            "\(source):\(line): the header is separated by \(found), expected commas"
        case .wrongFieldCount(let place, let found, let expected):
            describeCount(at: place, found: found, expected: expected)
        case .unreadableField(let place, let found, let problem):
            describe(problem, at: place, found: found)
        case .oneTarget(let source, let column, let value):
            "\(source): column \(quoted(column)) is \(quoted(value)) in every row, "
                + "expected at least two different targets"
        case .shortSeries(let source, let rowCount, let lags):
            "\(source): has \(count(rowCount, "row")), expected at least \(lags + 6): "
                + "\(lags) to look back on, and two each for training, validation and test"
        case .malformedBinary(let source, let offset, let found, let expected):
            "\(source): byte \(offset): found \(found), expected \(expected)"
        case .labelCountMismatch(let items, let itemCount, let labels, let labelCount):
            "\(labels): has \(count(labelCount, "label")) for the \(count(itemCount, "item")) "
                + "of \(items), expected one for each"
        case .differentColumn(let part, let number, let found, let expected):
            "the \(part.rawValue) rows have \(found.map(quoted) ?? "nothing") as feature "
                + "\(number) where the training rows have \(expected.map(quoted) ?? "nothing"); "
                + "expected the same columns in the same order"
        case .differentTargetKind(let part, let found, let expected):
            "the \(part.rawValue) rows have \(found.rawValue) as targets, "
                + "expected \(expected.rawValue) as in the training rows"
        case .impossibleShares(let validation, let test):
            "a split into \(validation) for validation and \(test) for test is impossible, "
                + "expected shares from 0 to 1 that leave rows for training"
        case .emptyPart(let part, let rowCount):
            "the split of \(count(rowCount, "row")) leaves none for \(part.rawValue), "
                + "expected at least one: change its share or add rows"
        case .constantTargets(let part, let rowCount, let value):
            "all \(count(rowCount, "\(part.rawValue) row")) have the target \(quoted(value)), "
                + "expected at least two different ones: change the split or add rows"
        case .constantFeatures(let featureCount, let rowCount):
            "none of the \(count(featureCount, "feature")) varies over the "
                + "\(count(rowCount, "training row")), expected at least one that does"
        }
    }
}

private func describeCount(at place: FieldPlace, found: Int, expected: Int) -> String {
    let row = found == 0 ? "the line is blank" : "the row has \(count(found, "field"))"
    let trouble = found < expected ? "is missing" : "is one too many"
    return "\(place) \(trouble): \(row), expected \(expected) as in the header"
}

private func describe(_ problem: FieldProblem, at place: FieldPlace, found: String) -> String {
    switch problem {
    case .notANumber: "\(place) is \(quoted(found)), expected a number"
    case .notFinite: "\(place) is \(quoted(found)), expected a finite number"
    case .tooLarge: "\(place) is \(quoted(found)), expected a number within ±3.4e38"
    case .missing where found.isEmpty: "\(place) is empty, expected a value in every row"
    case .missing:
        "\(place) is \(quoted(found)), which marks a missing value, expected one in every row"
    case .notAClass:
        "\(place) is \(quoted(found)), expected a whole number or a word as a class"
    case .notUTF8: "\(place) is \(quoted(found)), expected text in UTF-8"
    case .unterminatedQuote: "\(place) opens a quote that is never closed, expected \" at its end"
    case .textAfterQuote:
        "\(place) continues with \(quoted(found)) after its closing quote, expected a comma "
            + "or the end of the line; a quote inside quotes is written twice"
    }
}

private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// Quotes a text; long texts are shortened.
private func quoted(_ text: String) -> String {
    let longest = 40
    let shown = visible(String(text.prefix(longest)))
    return text.count <= longest ? "\"\(shown)\"" : "\"\(shown)…\""
}

/// Writes control characters as escapes, so that an error is one line and cannot control a
/// terminal.
func visible(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
        let isControl = scalar.properties.generalCategory == .control
        shown += isControl ? scalar.escaped(asASCII: false) : String(scalar)
    }
    return shown
}

private func list(_ names: [String]) -> String {
    let most = 20
    let shown = names.prefix(most).map(quoted).joined(separator: ", ")
    return names.count <= most ? shown : "\(shown) and \(names.count - most) more"
}
