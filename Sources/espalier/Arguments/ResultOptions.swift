import ArgumentParser

/// How a command gives its result, besides the lines for a person.
struct ResultOptions: ParsableArguments {
    @Flag(help: "Print the result as JSON on the last line of stdout.")
    var json = false

    /// Writes the result as JSON, where that is wanted.
    func say(_ result: @autoclosure () throws -> some Encodable) throws {
        if json { try Terminal.say(json: result()) }
    }
}
