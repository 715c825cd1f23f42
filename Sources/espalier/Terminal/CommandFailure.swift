import ArgumentParser

/// Why a command failed, in words for the user.
struct CommandFailure: ExplainedError {
    let status: FailureStatus
    let description: String

    init(_ status: FailureStatus, _ description: String) {
        self.status = status
        self.description = description
    }
}

/// Runs the body of a command, says why it failed, and ends the process with the right status.
func reporting(_ body: () throws -> Void) throws {
    do {
        try body()
    } catch let error as any ExplainedError {
        Terminal.complain(error.description)
        throw ExitCode(error.status.rawValue)
    }
}
