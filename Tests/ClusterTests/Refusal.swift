import Testing

/// Something that a user got wrong, and how a command has to answer.
struct Refusal: CustomTestStringConvertible {
    let testDescription: String
    /// What the command is given; files lie in the folder that it works in.
    let arguments: [String]
    /// The files that the user wrote: names and texts.
    var files: [String: String] = [:]
    let status: Int
    /// What the message has to hold.
    let mentions: [String]

    /// A flaw in a config, made by writing something else in the place of a part of it.
    static func config(
        _ flaw: String, _ part: String, _ replacement: String, status: Int = 78,
        mentions: [String]
    ) -> Refusal {
        Refusal(
            testDescription: flaw, arguments: ["search", "c.yaml"],
            files: ["c.yaml": Configs.quick().replacing(part, with: replacement)],
            status: status, mentions: mentions)
    }

    /// A flaw in the table that a config names, at lines 2 and 3 of the config.
    static func table(
        _ flaw: String, _ text: String?, status: Int, mentions: [String]
    ) -> Refusal {
        let rows = "data:\n  file: rows.csv\n  target: kind\n  task: classification"
        var files = [
            "c.yaml": Configs.quick().replacing("data: {generated: xor, split: shared}", with: rows)
        ]
        files["rows.csv"] = text
        return Refusal(
            testDescription: flaw, arguments: ["search", "c.yaml"], files: files,
            status: status, mentions: mentions)
    }

    static let configs = [
        config(
            "an unknown key", "  patience", "  patienc",
            mentions: ["c.yaml:5", "space.patienc ", "did you mean patience?"]),
        config(
            "an illegal value", "from: 1, to: 12", "from: 0, to: 12",
            mentions: ["c.yaml:5", "space.patience.from is 0", "expected", "1 to 1000"]),
        config(
            "an accuracy above 1", "accuracy: 1.0", "accuracy: 1.5",
            mentions: ["c.yaml:3", "objective.accuracy is 1.5", "expected"]),
        config(
            "a text that is not YAML", "data: {", "data: [",
            mentions: ["c.yaml:2", "not readable as YAML"]),
        config(
            "a config without a budget", "budget: {trials: 8}", "",
            mentions: ["c.yaml", "budget is missing", "expected trials"]),
    ]

    static let files = [
        Refusal(
            testDescription: "a config that is not there", arguments: ["search", "none.yaml"],
            status: 66, mentions: ["none.yaml: there is no such file", "correct the path"]),
        Refusal(
            testDescription: "a schedule that is not there",
            arguments: ["grow", "none.yaml", "--config", "c.yaml"],
            files: ["c.yaml": Configs.quick()], status: 66,
            mentions: ["none.yaml: there is no such file"]),
        Refusal(
            testDescription: "a study that is not there", arguments: ["status", "none.sqlite"],
            status: 66, mentions: ["none.sqlite", "no study", "begin one with espalier search"]),
        Refusal(
            testDescription: "a schedule that balances numbers",
            arguments: ["grow", "s.yaml", "--config", "c.yaml"],
            files: [
                "c.yaml": Configs.ramp, "ramp.csv": Configs.rampRows,
                "s.yaml": "patience: 2\nclass_weighting: balanced\n",
            ],
            status: 78, mentions: ["s.yaml:2: class_weighting is balanced", "expected none"]),
        Refusal(
            testDescription: "MNIST that was not fetched",
            arguments: ["search", "configs/c.yaml"],
            files: ["configs/c.yaml": Configs.images], status: 66,
            mentions: ["data.images is configs/datasets/mnist/i.gz", "scripts/fetch-datasets"]),
        Refusal(
            testDescription: "a method that nobody knows",
            arguments: ["search", "c.yaml", "--method", "rigel"],
            files: ["c.yaml": Configs.quick()], status: 66,
            mentions: ["--method is rigel, did you mean rigl?", "cascade", "configs/methods"]),
        Refusal(
            testDescription: "a method's file that is not there",
            arguments: ["search", "c.yaml", "--method", "none.yaml"],
            files: ["c.yaml": Configs.quick()], status: 66,
            mentions: ["--method is none.yaml: there is no such file"]),
        Refusal(
            testDescription: "a method's file with an empty range",
            arguments: ["search", "c.yaml", "--method", "m.yaml"],
            files: [
                "c.yaml": Configs.quick(), "m.yaml": "space: {patience: {from: 9, to: 2}}",
            ],
            status: 78, mentions: ["m.yaml:1: space.patience.to is 2", "expected at least 9"]),
        table(
            "rows that are not there", nil, status: 66,
            mentions: ["c.yaml:3: data.file is rows.csv: there is no such file"]),
        table(
            "a word among numbers", "a,b,kind\n1,2,x\n1,oops,y\n", status: 65,
            mentions: ["rows.csv:3: column 2 (b) is \"oops\", expected a number"]),
        table(
            "a row that is too short", "a,b,kind\n1,2,x\n1,y\n", status: 65,
            mentions: ["rows.csv:3", "expected 3"]),
        table(
            "a table without the target", "a,b,sort\n1,2,x\n", status: 65,
            mentions: ["rows.csv", "kind"]),
        Refusal(
            testDescription: "a study's file that is none",
            arguments: ["search", "c.yaml", "--study", "notes.txt"],
            files: [
                "c.yaml": Configs.quick(), "notes.txt": String(repeating: "note\n", count: 99),
            ],
            status: 65, mentions: ["notes.txt", "not a study", "choose another path"]),
    ]

    static let arguments = [
        Refusal(
            testDescription: "an unknown option", arguments: ["search", "c.yaml", "--speed"],
            files: ["c.yaml": Configs.quick()], status: 64,
            mentions: ["Unknown option '--speed'", "Usage:", "--help"]),
        Refusal(
            testDescription: "an unknown command", arguments: ["serch"], status: 64,
            mentions: ["serch", "Usage:"]),
        Refusal(
            testDescription: "no trials", arguments: ["search", "c.yaml", "--trials", "0"],
            status: 64, mentions: ["--trials is 0", "expected a whole number from 1"]),
        Refusal(
            testDescription: "an endpoint for all the world",
            arguments: ["coordinator", "c.yaml", "--bind", "tcp://0.0.0.0:1"],
            files: ["c.yaml": Configs.quick()], status: 64,
            mentions: ["--bind is tcp://0.0.0.0:1", "expected", "without keys"]),
        Refusal(
            testDescription: "a text that is no endpoint", arguments: ["worker", "oak"],
            status: 64, mentions: ["oak is no endpoint", "expected tcp://ADDRESS:PORT"]),
    ]
}
