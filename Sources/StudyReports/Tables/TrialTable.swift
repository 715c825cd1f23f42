import Randomness
package import Studies
import Trials

/// All trainings of a study as a table.
package enum TrialTable {
    /// The names of the columns.
    package static var columns: [String] {
        TrialRow.CodingKeys.allCases.filter { $0 != .schedule }.map(\.rawValue)
            + ScheduleParameter.allCases.map(\.rawValue)
    }

    /// The table; a field is empty if its value is not known.
    package static func table(of history: StudyHistory) -> CSVTable {
        var table = CSVTable(columns: columns)
        for record in history.trials {
            let row = TrialRow(record)
            let schedule = ScheduleParameter.allCases.map { "\(row.schedule[$0])" }
            table.append(row.fields + schedule)
        }
        return table
    }
}

extension TrialRow {
    /// The values of the columns before those of the schedule.
    fileprivate var fields: [String] {
        [
            "\(trial.rawValue)", purpose.rawValue, Self.text(certifies?.rawValue), state.rawValue,
            "\(attempts)", worker?.rawValue ?? "", Self.text(effort), "\(seed.rawValue)",
            Self.text(connections), Self.text(hiddenNodes), Self.text(inputsUsed),
            Self.text(validation), Self.text(test), Self.text(epochs), Self.text(multiplyAdds),
            Self.text(seconds), Self.text(cpuSeconds), fingerprint?.rawValue ?? "",
        ]
    }

    private static func text<Number>(_ number: Number?) -> String {
        number.map { "\($0)" } ?? ""
    }
}
