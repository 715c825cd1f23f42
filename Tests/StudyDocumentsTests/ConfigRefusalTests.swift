import StudyDocuments
import Testing
import Trials

/// Each kind of mistake, and the complete line that a user reads about it.
@Suite struct ConfigRefusalTests {
    /// A config in which one line is replaced; the numbers are line numbers.
    private static func config(_ replacements: [Int: String]) -> String {
        var lines = [
            "study: digits",  // 1
            "data:",  // 2
            "  file: digits.csv",  // 3
            "  target: digit",  // 4
            "  task: classification",  // 5
            "  split: {validation: 0.2, test: 0.2, seed: 1}",  // 6
            "objective: {accuracy: 0.95}",  // 7
            "space:",  // 8
            "  patience: {from: 1, to: 12}",  // 9
            "  growth_criterion: [gradient, random]",  // 10
            "search: {strategy: evolution, seed: 1}",  // 11
            "budget: {trials: 120}",  // 12
            "certification: {finalists: 5, replicates: 5}",  // 13
        ]
        for index in lines.indices {
            lines[index] = replacements[index + 1] ?? lines[index]
        }
        return lines.joined(separator: "\n")
    }

    private func complaint(_ replacements: [Int: String]) -> String {
        complaint(about: Self.config(replacements))
    }

    private func complaint(about yaml: String) -> String {
        do throws(ConfigError) {
            _ = try StudyConfig(yaml: yaml, file: "c.yaml")
            return "accepted"
        } catch {
            return error.description
        }
    }

    @Test func `the config without a mistake is accepted`() {
        #expect(complaint([:]) == "accepted")
    }

    @Test func `classes are not balanced if the targets are numbers`() {
        let regression = [5: "  task: regression", 7: "objective: {nrmse: 0.3}"]
        let expected = "expected none, because the targets are numbers, not classes"
        func complaint(_ line: String) -> String {
            self.complaint(regression.merging([10: line]) { $1 })
        }
        #expect(
            complaint("  class_weighting: balanced")
                == "c.yaml:10: space.class_weighting is balanced, \(expected)")
        #expect(
            complaint("  class_sampling: [none, balanced]")
                == "c.yaml:10: space.class_sampling is balanced, \(expected)")
        #expect(complaint("  class_weighting: none") == "accepted")
        #expect(self.complaint([10: "  class_weighting: balanced"]) == "accepted")
    }

    @Test func `an error has its position`() throws {
        let yaml = Self.config([9: "  patience: {from: 1, to: 0}"])
        let error = #expect(throws: ConfigError.self) {
            _ = try StudyConfig(yaml: yaml, file: "c.yaml")
        }
        #expect(error?.file == "c.yaml")
        #expect(error?.line == 9)
        #expect(error?.column == 27)
        #expect(error?.key == "space.patience.to")
    }

    @Test(arguments: [
        (1, "study: [a]", "study is a list, expected \(name)"),
        (1, "study: a/b", "study is a/b, expected \(name)"),
        (1, "study:", "study is empty, expected \(name)"),
        (3, "  file: {a: 1}", "data.file is a section, expected a file"),
        (
            5, "  task: sorting",
            "data.task is sorting, expected one of classification, regression, series"
        ),
        (
            6, "  split: even",
            "data.split is even, expected shared, or a section with validation or folds, test, seed"
        ),
        (
            6, "  split: {folds: 1}",
            "data.split.folds is 1, expected a whole number from 2 to 20"
        ),
        (
            6, "  split: {folds: five}",
            "data.split.folds is five, expected a whole number from 2 to 20"
        ),
        (
            6, "  split: {validation: 0.2, folds: 5}",
            "data.split.folds is 5, expected no such key besides validation, because 5 folds make"
                + " 1 row in 5 a validation row; remove one of the two"
        ),
        (
            6, "  split: {folds: 5, test: 1}",
            "data.split.test is 1, expected a number above 0 and below 1"
        ),
        (
            6, "  split: {fold: 5}",
            "data.split.fold is not a known key, did you mean folds? known here: validation, folds,"
                + " test, seed"
        ),
        (
            6, "  split: {validation: 0}",
            "data.split.validation is 0, expected a number above 0 and below 1"
        ),
        (
            6, "  split: {validation: 0.5, test: 0.5}",
            "data.split is 0.5 for validation and 0.5 for test, expected less than 1 together, so"
                + " that rows are left to train on"
        ),
        (
            6, "  split: {seed: -1}",
            "data.split.seed is -1, expected a whole number from 0 to 9007199254740991"
        ),
        (
            7, "objective: {accuracy: 95}",
            "objective.accuracy is 95, expected a number above 0 and up to 1"
        ),
        (7, "objective: {nrmse: 0}", "objective.nrmse is 0, expected a number above 0"),
        (
            7, "objective: {nrmse: 0.2}",
            "objective is nrmse, expected accuracy, because data.task is classification"
        ),
        (
            7, "objective: {}",
            "objective is empty, expected one of them, such as {accuracy: 0.95}"
        ),
        (
            7, "objective: {accuracy: 0.9, nrmse: 0.1}",
            "objective is both accuracy and nrmse, expected one of them, such as {accuracy: 0.95}"
        ),
        (
            7, "objective: 0.95",
            "objective is 0.95, expected a section with accuracy, nrmse, reliability"
        ),
        (
            11, "search: {strategy: luck}",
            "search.strategy is luck, expected one of random, evolution"
        ),
        (
            12, "budget: {trials: 0}",
            "budget.trials is 0, expected a whole number from 1 to 10000000"
        ),
        (
            12, "budget: {}",
            "budget.trials is missing, expected a number of trials, or a time in compute such as 2h"
        ),
        (
            12, "budget: {compute: 3}",
            "budget.compute is 3, expected a time from 1s to 100000h such as 90s, 30m or 8h"
        ),
        (
            13, "certification: {replicates: 4}",
            "certification.replicates is 4, expected a whole number from 5 to 1000"
        ),
        (
            13, "cluster: {workers: two}",
            "cluster.workers is two, expected a whole number from 1 to 1024"
        ),
        (
            13, "cluster: {trial_time: 30}",
            "cluster.trial_time is 30, expected a time from 0.001s to 720h such as 90s, 30m or 8h, "
                + "or none"
        ),
        (
            13, "cluster: {trial_memory: 2 GiB}",
            "cluster.trial_memory is 2 GiB, expected a size from 1MB to 100000GB such as 800MB "
                + "or 2GB, or none"
        ),
        (
            13, "cluster: {stall_time: nans}",
            "cluster.stall_time is nans, expected a time from 0.001s to 720h such as 90s, 30m or "
                + "8h, or none"
        ),
        (13, "limits: {checks: 1}", "limits.checks is 1, expected \(checks)"),
        (
            13, "limits: {multiply_adds: 2e15}",
            "limits.multiply_adds is 2e15, expected \(multiplyAdds)"
        ),
    ])
    func `a wrong value is refused`(line: Int, text: String, expected: String) {
        #expect(complaint([line: text]) == "c.yaml:\(line): \(expected)")
    }

    private static let name = "1 to 64 letters, digits, dots, hyphens and underscores"
    private static let checks = "a whole number from 2 to 20000"
    private static let multiplyAdds = "a whole number from 1 to 1000000000000000"

    @Test(arguments: [
        (
            "  patience: {from: 0, to: 12}",
            "space.patience.from is 0, expected a whole number from 1 to 1000"
        ),
        (
            "  patience: {from: 1, to: 2.5}",
            "space.patience.to is 2.5, expected a whole number from 1 to 1000"
        ),
        (
            "  patience: {from: '1', to: many}",
            "space.patience.from is 1, expected a whole number from 1 to 1000"
        ),
        (
            "  patience: {from: 9, to: 3}",
            "space.patience.to is 3, expected at least 9, which is space.patience.from"
        ),
        (
            "  patience: {from: 9}",
            "space.patience.to is missing, expected a whole number from 1 to 1000"
        ),
        (
            "  patience: {from: 1, to: 9, scale: cubic}",
            "space.patience.scale is cubic, expected one of linear, log"
        ),
        (
            "  momentum: {from: 0, to: 0.9, scale: log}",
            "space.momentum.from is 0, expected more than 0, because space.momentum.scale is log"
        ),
        (
            "  momentum: {from: .nan, to: 0.9}",
            "space.momentum.from is .nan, expected a number from 0.0 to 0.99"
        ),
        (
            "  patience: [1, 2]",
            "space.patience is a list, expected a whole number from 1 to 1000, or a section with"
                + " from and to"
        ),
        ("  patience: 0", "space.patience is 0, expected a whole number from 1 to 1000"),
        ("  activation: sine", "space.activation is sine, expected one of leaky, tanh, relu"),
        (
            "  activation: [tanh, sine]",
            "space.activation is sine, expected one of leaky, tanh, relu"
        ),
        (
            "  activation: []",
            "space.activation is an empty list, expected at least one of leaky, tanh, relu"
        ),
        ("  activation: [tanh, tanh]", "space.activation.tanh is written twice, expected once"),
        (
            "  activation: {from: tanh, to: relu}",
            "space.activation is a section, expected one of leaky, tanh, relu, or a list of such"
                + " words"
        ),
    ])
    func `a wrong dimension is refused`(text: String, expected: String) {
        #expect(complaint([9: text]) == "c.yaml:9: \(expected)")
    }

    @Test func `an unknown key is refused with the nearest known one`() {
        #expect(
            complaint([12: "budgte: {trials: 3}"])
                == "c.yaml:12: budgte is not a known key, did you mean budget? known here: study,"
                + " data, objective, space, search, budget, limits, certification, cluster"
        )
        #expect(
            complaint([12: "budget: {trials: 3, colour: red}"])
                == "c.yaml:12: budget.colour is not a known key; known here: trials, compute"
        )
        let parameters = ScheduleParameter.allCases.map(\.rawValue).joined(separator: ", ")
        #expect(
            complaint([9: "  pateince: 3"])
                == "c.yaml:9: space.pateince is not a known key, did you mean patience? known here:"
                + " \(parameters)"
        )
    }

    /// Of a word of six letters, two may be wrong; a swap of neighbours is one mistake.
    @Test(arguments: [
        ("bugdte", true), ("budgte", true), ("budgets", true), ("bxdgxt", true), ("bugdxt", true),
        ("bxxxet", false), ("bugxdt", false),
    ])
    func `a key is guessed if two mistakes explain it`(key: String, isGuessed: Bool) {
        let found = complaint([12: "\(key): {trials: 3}"])
        #expect(found.hasPrefix("c.yaml:12: \(key) is not a known key"))
        #expect(found.contains(", did you mean budget? ") == isGuessed)
    }

    @Test func `a key that occurs twice is refused`() {
        #expect(
            complaint([11: "budget: {trials: 3}"])
                == "c.yaml:11: budget is written twice, expected once"
        )
    }

    @Test(arguments: [
        (1, "", "c.yaml:2: study is missing, expected \(name)"),
        (4, "", "c.yaml:3: data.target is missing, expected the name of the column to predict"),
        (
            3, "",
            "c.yaml:4: data is missing, expected one of the keys file, train, images, generated"
        ),
        (7, "", "c.yaml:1: objective is missing, expected what to reach, such as {accuracy: 0.95}"),
        (12, "", "c.yaml:1: budget is missing, expected trials"),
    ])
    func `a missing key is named with the section it belongs to`(
        line: Int,
        text: String,
        expected: String
    ) {
        #expect(complaint([line: text]) == expected)
    }

    @Test func `an empty document lacks its first key`() {
        #expect(complaint(about: "") == "c.yaml:1: study is missing, expected \(Self.name)")
    }

    @Test func `keys of different sources do not mix`() {
        #expect(
            complaint([4: "  generated: xor"])
                == "c.yaml:4: data.generated is xor, expected no second source besides data.file"
        )
        #expect(
            complaint([4: "  bits: 4"])
                == "c.yaml:4: data.bits is 4, expected no such key besides data.file"
        )
        #expect(
            complaint([3: "  generated: parity", 4: ""])
                == "c.yaml:3: data.bits is missing, expected a whole number from 2 to 16"
        )
        #expect(
            complaint([3: "  generated: noise", 4: ""])
                == "c.yaml:3: data.generated is noise, expected one of two_spirals, parity, xor"
        )
    }

    @Test func `a share of a part that has its own file takes no rows`() {
        let shares = "  split: {validation: 0.9, test: 0.2}"
        #expect(complaint([3: "  train: a.csv\n  test: b.csv", 6: shares]) == "accepted")
        #expect(complaint([6: shares]).hasPrefix("c.yaml:6: data.split is 0.9 for validation"))
    }

    @Test func `a regression is refused on classes`() {
        #expect(
            complaint([
                3: "  generated: xor", 4: "", 5: "  task: regression",
                7: "objective: {nrmse: 0.1}",
            ])
                == "c.yaml:5: data.task is regression, expected classification, because the rows"
                + " have classes"
        )
    }

    @Test func `accuracy is refused for a regression`() {
        #expect(
            complaint([5: "  task: regression"])
                == "c.yaml:7: objective is accuracy, expected nrmse, because data.task is"
                + " regression"
        )
    }

    @Test func `a text that is not YAML is refused at its line`() {
        #expect(
            complaint([9: "  patience: {from: 1, to: 12"])
                == "c.yaml:10: the document is not readable as YAML: did not find expected ',' or"
                + " '}'"
        )
        #expect(
            complaint([9: "\tpatience: 3"])
                == "c.yaml:9: the document is not readable as YAML: found character that cannot"
                + " start any token"
        )
        #expect(
            complaint([13: "---"])
                == "c.yaml:13: the document is not readable as YAML: but found another document"
        )
        #expect(
            complaint([10: "  activation: *nothing"])
                == "c.yaml:10: the document is not readable as YAML: found undefined alias"
        )
    }

    @Test func `a document that is not a section is refused as a whole`() {
        #expect(complaint(about: "just words").hasPrefix("c.yaml:1: the document is just words, "))
    }
}
