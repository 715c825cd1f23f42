import ArgumentParser

/// How a command prints its result, besides the lines for people.
struct ResultOptions: ParsableArguments {
    @Flag(help: "Print the result as JSON on the last line of stdout.")
    var json = false

    /// Prints the result as JSON, if the user asked for it.
    func say(_ result: @autoclosure () throws -> some Encodable) throws {
        if json { try Terminal.say(json: result()) }
    }
}
