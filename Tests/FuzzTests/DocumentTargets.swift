import Randomness
import ScheduleSearch
import Studies
import StudyDocuments
import Testing
import Trials

extension FuzzTarget {
    /// The config of a study; if it is accepted, a short search is run.
    static let config = FuzzTarget(name: "config") {
        yaml(Checkout.paths(in: "configs", ending: ".yaml"))
    } reads: { bytes, _ in
        let text = String(decoding: bytes, as: UTF8.self)
        guard let config = try? StudyConfig(yaml: text, file: "a.yaml") else { return false }
        var strategy = config.search.settings.makeStrategy(space: config.space)
        var standings = Standings(space: config.space)
        for number in 1...3 {
            let trial = TrialID(rawValue: number)
            let schedule = strategy.ask(for: trial, knowing: standings)
            standings.propose(schedule, as: trial)
            #expect(config.space.contains(schedule))
        }
        return true
    }

    /// A growth schedule.
    static let schedule = FuzzTarget(name: "schedule") {
        yaml(Checkout.paths(in: "configs/schedules", ending: ".yaml"))
    } reads: { bytes, _ in
        let text = String(decoding: bytes, as: UTF8.self)
        let read = try? ScheduleDocument.read(yaml: text, file: "a.yaml")
        guard let read else { return false }
        let written = ScheduleDocument.write(read)
        let again = try ScheduleDocument.read(yaml: written, file: "b.yaml")
        #expect(again == read)
        return true
    }

    /// The region of a known method.
    static let method = FuzzTarget(name: "method") {
        yaml(Checkout.paths(in: "configs/methods", ending: ".yaml"))
    } reads: { bytes, _ in
        let text = String(decoding: bytes, as: UTF8.self)
        let read = try? MethodDocument.read(yaml: text, file: "a.yaml", learning: .regression)
        guard let read else { return false }
        #expect(read.contains(read.nearest(to: GrowthSchedule())))
        return true
    }

    private static func yaml(_ paths: [String]) -> InputMutation {
        InputMutation(
            goldens: paths.map { withoutRemarks(Checkout.bytes(of: $0)) }, tokens: TextTokens.all,
            brackets: [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("\n &a [*a, ", "]")]
                .map { (open: Array($0.0.utf8), close: Array($0.1.utf8)) })
    }

    /// Without comment lines, so that most damage hits the values.
    private static func withoutRemarks(_ bytes: [UInt8]) -> [UInt8] {
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        return Array(lines.filter { $0.first != UInt8(ascii: "#") }.joined(separator: [10])) + [10]
    }
}
