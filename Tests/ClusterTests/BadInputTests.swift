import Testing

/// What a person hears who gets something wrong.
@Suite struct BadInputTests {
    private static let config = """
        study: small
        data: {file: rows.csv, target: label, split: {validation: 0.3, test: 0.3, seed: 1}}
        objective: {accuracy: 0.9}
        space: {patience: {from: 1, to: 5}}
        budget: {trials: 3}
        """
    private static let rows = "a,label\n" + (0..<20).map { "\($0),\($0 / 10)\n" }.joined()

    private func search(_ config: String, rows: String? = Self.rows) throws -> Program.Result {
        let folder = try TestFolder()
        if let rows { try folder.write(rows, to: "rows.csv") }
        try folder.write(config, to: "small.yaml")
        return try Program.run("search", "small.yaml", in: folder)
    }

    @Test(arguments: [
        ("patience:", "patiense:", "small.yaml:4: space.patiense is not a known key"),
        ("to: 5", "to: 0", "small.yaml:4: space.patience"),
        ("accuracy: 0.9", "accuracy: 1.5", "small.yaml:3: objective.accuracy is 1.5"),
        ("trials: 3", "trials: many", "small.yaml:5: budget.trials is"),
        ("budget: {trials: 3}", "", "budget is missing"),
    ])
    func `a config that is wrong is refused with file, line and key`(
        good: String, bad: String, message: String
    ) throws {
        let result = try search(Self.config.replacing(good, with: bad))
        #expect(result.status == 78)
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test func `a config that is not there is no input`() throws {
        let result = try Program.run("search", "nothing.yaml", in: try TestFolder())
        #expect(result.status == 66)
        #expect(result.errors == "espalier: nothing.yaml: there is no such file\n")
    }

    @Test func `a file of rows that is not there is named with the key that wants it`() throws {
        let result = try search(Self.config, rows: nil)
        #expect(result.status == 66)
        #expect(
            result.errors.contains("small.yaml:2: data.file names rows.csv"), "\(result.errors)")
    }

    @Test func `a malformed row is refused with file, line and column`() throws {
        let result = try search(Self.config, rows: Self.rows + "x,1\n")
        #expect(result.status == 65)
        #expect(result.errors.contains("rows.csv:22: column 1 (a) is \"x\""), "\(result.errors)")
    }

    @Test func `a study of another config is refused and stays as it is`() throws {
        let folder = try TestFolder()
        try folder.write(Self.rows, to: "rows.csv")
        try folder.write(Self.config, to: "small.yaml")
        try folder.write(Self.config.replacing("0.9", with: "0.8"), to: "other.yaml")
        #expect(try Program.run("search", "small.yaml", in: folder).status == 0)
        let other = try Program.run("search", "other.yaml", in: folder)
        #expect(other.status == 78)
        #expect(other.errors.contains("objective"), "\(other.errors)")
        #expect(try Program.run("verify", "studies/small.sqlite", in: folder).status == 0)
    }

    @Test func `a file that is no study is refused`() throws {
        let folder = try TestFolder()
        try folder.write("hello", to: "junk.sqlite")
        #expect(try Program.run("status", "junk.sqlite", in: folder).status == 65)
        #expect(try Program.run("best", "nothing.sqlite", in: folder).status == 66)
    }

    @Test func `strangers are not let in without keys`() throws {
        let folder = try TestFolder()
        try folder.write(Self.rows, to: "rows.csv")
        try folder.write(Self.config, to: "small.yaml")
        let result = try Program.run(
            "coordinator", "small.yaml", "--bind", "tcp://0.0.0.0:7777", in: folder)
        #expect(result.status == 64)
    }

    @Test func `a second coordinator of a study is refused`() throws {
        let folder = try TestFolder()
        let config = try folder.parityConfig(bits: 6, trials: 5)
        let first = try Program(
            ["coordinator", config, "--bind", "ipc://\(folder.path("a.ipc"))"], in: folder)
        try eventually(within: 20, "the first listens: \(first.errors)") {
            first.errors.contains("listening")
        }
        let second = try Program.run(
            "coordinator", config, "--bind", "ipc://\(folder.path("b.ipc"))", in: folder)
        #expect(second.status == 69)
        #expect(second.errors.contains("\(first.id)"), "\(second.errors)")
    }
}
