/// The rules for growing a network: one value for each parameter of the table.
///
/// The same value is used in the config, the strategy's answer, the messages, the journal, the
/// trainer and the export. Documents write it as an object of names and bare values; a missing name
/// means the default (in a journal `earlier`), an unknown name is an error.
public struct GrowthSchedule: Hashable, Sendable {
    /// The values in the order of `ScheduleParameter.allCases`, one 64-bit word each; compact,
    /// because a study keeps as many schedules as trials, and copies them often.
    private(set) var words: [UInt64]

    /// The schedule with all defaults.
    public init() {
        words = Self.defaults
    }

    /// Takes legal words, in the order of the table.
    init(words: [UInt64]) {
        self.words = words
    }

    /// What a journal means that names no parameters: the defaults, but for parameters that came
    /// later, which have the values that trainings had before.
    package static let earlier = GrowthSchedule(
        words: ScheduleParameter.allCases.map { $0.domain.word(of: $0.definition.earlierValue) })

    private static let defaults = ScheduleParameter.allCases.map { parameter in
        parameter.domain.word(of: parameter.definition.defaultValue)
    }

    /// A 64-bit hash; among a million schedules the chance that two different ones share it is one
    /// in ten million.
    ///
    /// Schedules that differ in only one word never share it, because each step can be inverted.
    package var mark: UInt64 {
        words.reduce(0) { state, word in
            let product = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
            return product ^ product >> 32
        }
    }

    /// Hashes all words at once.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(mark)
    }

    /// The value of a parameter.
    public subscript(parameter: ScheduleParameter) -> ParameterValue {
        parameter.domain.value(of: words[parameter.position])
    }

    /// Changes the value of a parameter.
    ///
    /// - Throws: `ScheduleError` if the value is not legal; then the schedule stays the same.
    public mutating func set(
        _ parameter: ScheduleParameter, to value: ParameterValue
    ) throws(ScheduleError) {
        guard parameter.domain.contains(value) else {
            throw ScheduleError(parameter: parameter, value: value)
        }
        words[parameter.position] = parameter.domain.word(of: value)
    }

    /// Returns a schedule with one changed value.
    ///
    /// - Precondition: the value is legal.
    public func setting(_ parameter: ScheduleParameter, to value: ParameterValue) -> Self {
        var changed = self
        changed.replace(parameter, with: value)
        return changed
    }

    /// Sets a parameter to a value that is known to be legal.
    ///
    /// - Precondition: the value is legal.
    package mutating func replace(_ parameter: ScheduleParameter, with value: ParameterValue) {
        do throws(ScheduleError) {
            try set(parameter, to: value)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    func real(_ parameter: ScheduleParameter) -> Double {
        guard case .real = parameter.domain else {
            preconditionFailure("\(parameter.rawValue) is not a number: \(self[parameter])")
        }
        return Double(bitPattern: words[parameter.position])
    }

    func integer(_ parameter: ScheduleParameter) -> Int {
        guard case .integer = parameter.domain else {
            preconditionFailure("\(parameter.rawValue) is not an integer: \(self[parameter])")
        }
        return Int(Int64(bitPattern: words[parameter.position]))
    }

    func choice<Choice: ScheduleChoice>(_ parameter: ScheduleParameter) -> Choice {
        guard case .category(let word) = self[parameter], let choice = Choice(rawValue: word) else {
            preconditionFailure("\(parameter.rawValue) is not a \(Choice.self): \(self[parameter])")
        }
        return choice
    }
}
