import StudyDocuments
import Studies
import Testing
import Trials

@Suite struct SeriesConfigTests {
    private static func config(_ rows: [String], objective: String = "{nrmse: 0.3}") -> String {
        let data = (["task: series"] + rows).map { "  \($0)" }
        return
            (["study: plant", "data:"] + data + [
                "objective: \(objective)", "space: {}", "budget: {trials: 1}",
            ]).joined(separator: "\n")
    }

    private func complaint(_ rows: [String], objective: String = "{nrmse: 0.3}") -> String {
        do throws(ConfigError) {
            _ = try StudyConfig(
                yaml: Self.config(rows, objective: objective), file: "c.yaml")
            return "accepted"
        } catch {
            return error.description
        }
    }

    @Test func `one number of lags holds for the target and all inputs`() throws {
        let yaml = Self.config([
            "file: plant.csv", "target: level", "inputs: [pump, valve]", "lags: 4",
            "split: {validation: 0.1, test: 0.3}",
        ])
        let config = try StudyConfig(yaml: yaml, file: "c.yaml")
        #expect(
            config.source
                == .series(
                    SeriesSource(
                        training: "plant.csv", target: "level",
                        columns: ["level", "pump", "valve"].map {
                            SeenColumn(name: $0, lags: 1...4)
                        })))
        #expect(config.learning == .regression)
        #expect(config.split.validation == 0.1)
        #expect(config.split.test == 0.3)
    }

    @Test func `every column can have its own lags, and an input its present value`() throws {
        let yaml = Self.config([
            "train: a.csv", "test: b.csv", "target: level", "inputs: [pump]",
            "lags: {level: 2, pump: {from: 0, to: 3}}",
        ])
        let config = try StudyConfig(yaml: yaml, file: "c.yaml")
        #expect(
            config.source
                == .series(
                    SeriesSource(
                        startKey: "data.train", training: "a.csv", test: "b.csv", target: "level",
                        columns: [
                            SeenColumn(name: "level", lags: 1...2),
                            SeenColumn(name: "pump", lags: 0...3),
                        ])))
    }

    @Test(arguments: [
        (["lags: 0"], "7: data.lags is 0, expected a whole number from 1 to 10000"),
        (["lags: -3"], "7: data.lags is -3, expected a whole number from 1 to 10000"),
        (["lags: 1.5"], "7: data.lags is 1.5, expected a whole number from 1 to 10000"),
        (
            ["lags: {level: 0, pump: 1}"],
            "7: data.lags.level is 0, expected a whole number from 1 to 10000"
        ),
        (
            ["lags: {level: {from: 0, to: 2}, pump: 1}"],
            "7: data.lags.level.from is 0, expected at least 1, because 0 is what is to be"
                + " predicted"
        ),
        (
            ["lags: {level: 2, pump: {from: 3, to: 1}}"],
            "7: data.lags.pump.to is 1, expected a whole number from 3 to 10000"
        ),
        (
            ["lags: {level: 2}"],
            "7: data.lags.pump is missing, expected how many of its values are seen"
        ),
        (
            ["lags: {level: 2, pmup: 1}"],
            "7: data.lags.pmup is not a known key, did you mean pump? known here: level, pump"
        ),
        (
            [],
            "3: data.lags is missing, expected how many earlier values are seen, such as 12, or"
                + " {COLUMN: 12, …} for each column"
        ),
        (
            ["lags: 2", "split: {seed: 4}"],
            "8: data.split.seed is 4, expected no such key, because a series is split by time"
        ),
        (
            ["lags: 2", "split: {folds: 5}"],
            "8: data.split.folds is 5, expected no such key, because a series is split by time, so"
                + " that later rows judge what earlier ones taught; give validation instead"
        ),
        (
            ["lags: 2", "split: shared"],
            "8: data.split is shared, expected shares, because a series is split by time"
        ),
    ])
    func `what is wrong with lags or split is named`(rows: [String], expected: String) {
        let start = ["file: plant.csv", "target: level", "inputs: [pump]"]
        #expect(complaint(start + rows) == "c.yaml:\(expected)")
    }

    @Test(arguments: [
        (
            "inputs: [level]",
            "data.inputs is level, expected a column other than data.target, which is seen in any"
                + " case"
        ),
        ("inputs: [pump, pump]", "data.inputs.pump is written twice, expected once"),
        ("inputs: pump", "data.inputs is pump, expected a list of columns"),
        ("inputs: [[a]]", "data.inputs is a list, expected the name of a column"),
    ])
    func `what is wrong with inputs is named`(inputs: String, expected: String) {
        #expect(
            complaint(["file: p.csv", "target: level", inputs, "lags: 2"])
                == "c.yaml:6: \(expected)")
    }

    @Test func `a series is numbers, from tables`() {
        #expect(
            complaint(["file: p.csv", "target: level", "lags: 2"], objective: "{accuracy: 0.9}")
                == "c.yaml:7: objective is accuracy, expected nrmse, because data.task is series")
        #expect(
            complaint(["generated: xor"])
                == "c.yaml:3: data.task is series, expected classification, because the rows have"
                + " classes")
    }

    @Test func `lags are refused unless the data are a series`() throws {
        let yaml = Self.config(["file: p.csv", "target: level", "lags: 2"])
            .split(separator: "\n").filter { !$0.contains("series") }.joined(separator: "\n")
        let error = #expect(throws: ConfigError.self) {
            _ = try StudyConfig(yaml: yaml, file: "c.yaml")
        }
        #expect(
            error?.description
                == "c.yaml:5: data.lags is 2, expected no such key unless data.task is series")
    }
}
