import Randomness
import ScheduleSearch
import Studies
import StudyDocuments
import Testing
import Trials

@Suite struct ScheduleDocumentTests {
    @Test func `a schedule that was written is read back`() throws {
        let everything = SearchSpace(
            dimensions: ScheduleParameter.allCases.map {
                .init(parameter: $0, domain: $0.definition.domain)
            }
        )
        var search = RandomSearch(space: everything, seed: Seed(rawValue: 12))
        var standings = Standings(space: everything)
        for number in 1...50 {
            let trial = TrialID(rawValue: number)
            let schedule = search.ask(for: trial, knowing: standings)
            standings.propose(schedule, as: trial)
            let text = ScheduleDocument.write(schedule, remarks: ["of trial \(number)"])
            #expect(try ScheduleDocument.read(yaml: text, file: "s.yaml") == schedule)
        }
    }

    @Test func `each parameter has a comment, and remarks go first`() {
        let schedule = GrowthSchedule()
            .setting(.patience, to: .integer(5))
            .setting(.activation, to: .category("relu"))
        let text = ScheduleDocument.write(schedule, remarks: ["best of digits\ntrial 7"])
        #expect(text.hasPrefix("# best of digits\n# trial 7\n\n# density of the network"))
        #expect(
            text.contains(
                "\n\n# checks without improvement before the network grows (checks)\npatience: 5\n"
            )
        )
        #expect(
            text.contains(
                "\n# what a hidden node does to its sum; leaky learns its negative slope"
                    + " (one of leaky, tanh, relu)\nactivation: relu\n"
            )
        )
        #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
        #expect(ScheduleDocument.write(schedule).hasPrefix("# density of the network"))
    }

    @Test func `a parameter that a file does not name has its default`() throws {
        let schedule = try ScheduleDocument.read(yaml: "patience: 9", file: "s.yaml")
        #expect(schedule == GrowthSchedule().setting(.patience, to: .integer(9)))
        #expect(try ScheduleDocument.read(yaml: "# nothing", file: "s.yaml") == GrowthSchedule())
    }

    @Test func `an illegal value is refused with its position`() {
        let error = #expect(throws: ConfigError.self) {
            _ = try ScheduleDocument.read(yaml: "momentum: 0.5\npatience: 0", file: "s.yaml")
        }
        #expect(
            error?.description == "s.yaml:2: patience is 0, expected a whole number from 1 to 1000"
        )
    }

    @Test func `a schedule for numbers does not balance classes`() throws {
        let yaml = "patience: 2\nclass_sampling: balanced"
        let error = #expect(throws: ConfigError.self) {
            _ = try ScheduleDocument.read(yaml: yaml, file: "s.yaml", learning: .regression)
        }
        #expect(
            error?.description
                == "s.yaml:2: class_sampling is balanced, expected none, because the targets are"
                + " numbers, not classes")
        _ = try ScheduleDocument.read(yaml: yaml, file: "s.yaml", learning: .classification)
    }

    @Test func `an unknown name is refused with the nearest one`() {
        let error = #expect(throws: ConfigError.self) {
            _ = try ScheduleDocument.read(yaml: "paitence: 2", file: "s.yaml")
        }
        #expect(
            error?.description.hasPrefix(
                "s.yaml:1: paitence is not a known key, did you mean patience? known here: "
            )
                == true
        )
    }
}
