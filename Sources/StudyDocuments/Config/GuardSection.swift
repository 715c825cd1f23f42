import Trials

extension TrialGuards {
    /// No known training needs so long for one check.
    private static let usualStall = 15 * 60_000

    /// Reads the guards of `cluster:`; time and memory are unlimited unless it limits them.
    init(_ cluster: DocumentSection?) throws(ConfigError) {
        let stall = cluster?.value("stall_time")
        self.init(
            milliseconds: try cluster?.value("trial_time")?.guardTime(),
            memory: try cluster?.value("trial_memory")?.guardMemory(),
            stallMilliseconds: stall == nil ? Self.usualStall : try stall?.guardTime())
    }
}

extension DocumentValue {
    /// Reads a time (ms); `nil` for `none`.
    fileprivate func guardTime() throws(ConfigError) -> Int? {
        if text == "none" { return nil }
        return try milliseconds(
            in: 1...2_592_000_000, "a time from 0.001s to 720h such as 90s, 30m or 8h, or none")
    }

    /// Reads a time (s).
    func seconds() throws(ConfigError) -> Double {
        let expected = "a time from 1s to 100000h such as 90s, 30m or 8h"
        return Double(try milliseconds(in: 1000...3.6e11, expected)) / 1000
    }

    private func milliseconds(
        in range: ClosedRange<Double>, _ expected: String
    ) throws(ConfigError) -> Int {
        guard let span = text.flatMap({ TimeSpan($0) }), range.contains(span.seconds * 1000)
        else { throw error(expected: expected) }
        return Int(span.seconds * 1000)
    }

    /// Reads a size (bytes); `nil` for `none`.
    fileprivate func guardMemory() throws(ConfigError) -> Int? {
        let units = [(name: "MB", size: 1e6), (name: "GB", size: 1e9)]
        if text == "none" { return nil }
        guard let text, let unit = units.first(where: { text.hasSuffix($0.name) }),
            let number = Double(text.dropLast(unit.name.count)),
            (1e6...1e14).contains(number * unit.size)
        else {
            throw error(expected: "a size from 1MB to 100000GB such as 800MB or 2GB, or none")
        }
        return Int(number * unit.size)
    }
}
