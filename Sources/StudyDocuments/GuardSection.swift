import Trials

extension TrialGuards {
    /// No training is known that needs so long for one check.
    private static let usualStall = 15 * 60_000

    /// Reads the guards of `cluster:`; time and memory are not limited where nothing is said.
    init(_ cluster: DocumentSection?) throws(ConfigError) {
        let stall = cluster?.value("stall_time")
        self.init(
            milliseconds: try cluster?.value("trial_time")?.guardTime(),
            memory: try cluster?.value("trial_memory")?.guardMemory(),
            stallMilliseconds: stall == nil ? Self.usualStall : try stall?.guardTime())
    }
}

extension DocumentValue {
    /// Reads a time (ms), or nothing for `none`.
    fileprivate func guardTime() throws(ConfigError) -> Int? {
        let expected = "a time from 0.001s to 720h such as 90s, 30m or 8h, or none"
        return try guarded(units: times, range: 1...2_592_000_000, expected)
    }

    /// Reads a time (s).
    func seconds() throws(ConfigError) -> Double {
        let expected = "a time from 1s to 100000h such as 90s, 30m or 8h"
        guard let milliseconds = try guarded(units: times, range: 1000...3.6e11, expected) else {
            throw error(expected: expected)
        }
        return Double(milliseconds) / 1000
    }

    private var times: [(name: String, size: Double)] {
        [("s", 1e3), ("m", 60e3), ("h", 3600e3)]
    }

    /// Reads a size (bytes), or nothing for `none`.
    fileprivate func guardMemory() throws(ConfigError) -> Int? {
        let expected = "a size from 1MB to 100000GB such as 800MB or 2GB, or none"
        return try guarded(units: [("MB", 1e6), ("GB", 1e9)], range: 1e6...1e14, expected)
    }

    private func guarded(
        units: [(name: String, size: Double)], range: ClosedRange<Double>, _ expected: String
    ) throws(ConfigError) -> Int? {
        guard let text else { throw error(expected: expected) }
        if text == "none" { return nil }
        guard let unit = units.first(where: { text.hasSuffix($0.name) }),
            let number = Double(text.dropLast(unit.name.count)),
            range.contains(number * unit.size)
        else { throw error(expected: expected) }
        return Int(number * unit.size)
    }
}
