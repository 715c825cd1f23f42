/// Keeps repeated messages from filling the log.
package struct Repetitions {
    private var told: [String: (at: Instant, unheard: Int)] = [:]

    /// Starts with no lines.
    package init() {}

    /// The text to log; `nil` if it was logged recently.
    package mutating func line(_ text: String, at now: Instant) -> String? {
        if let last = told[text], now - last.at < CoordinationLimits.repetitionSpan {
            told[text] = (last.at, last.unheard + 1)
            return nil
        }
        if told[text] == nil, told.count >= CoordinationLimits.repeatedLines {
            told = told.filter { now - $0.value.at < CoordinationLimits.repetitionSpan }
            guard told.count < CoordinationLimits.repeatedLines else { return nil }
        }
        let unheard = told[text]?.unheard ?? 0
        told[text] = (now, 0)
        return unheard == 0 ? text : "\(text) (and \(unheard) times since it was last told)"
    }
}
