/// Why a coordinator will never admit a worker, however long the worker waits.
package enum CoordinatorRefusal: Error, Hashable, Sendable {
    /// The worker's key is not listed: ask the coordinator's owner to add it.
    case unknownKey(endpoint: String, key: String)
    /// The coordinator requires a key: give the worker one.
    case keysWanted(endpoint: String)
    /// The coordinator has no keys: start it with keys, or the worker without.
    case keysUnwanted(endpoint: String)
    /// It closes the connection because the worker has another public key for it: give the worker
    /// the current one.
    case hungUp(endpoint: String, hasKeys: Bool)
    /// The program that listens there is not a coordinator: correct the endpoint.
    case unintelligible(endpoint: String)
    /// It has not answered for too long: restart it, then this worker.
    case gone(endpoint: String, after: Duration)
}

extension CoordinatorRefusal: CustomStringConvertible {
    /// Says in one sentence what is wrong and what to do next.
    package var description: String {
        switch self {
        case .unknownKey(let endpoint, let key):
            """
            the coordinator at \(endpoint) does not know this worker's key \(key): make one there \
            with espalier keys add DIR NAME, and start this worker with --keys and the folder NAME
            """
        case .keysWanted(let endpoint):
            """
            the coordinator at \(endpoint) admits only workers with keys: make one there with \
            espalier keys add DIR NAME, and start this worker with --keys and the folder NAME
            """
        case .keysUnwanted(let endpoint):
            """
            the coordinator at \(endpoint) has no keys, so it cannot prove who it is: start it \
            with --keys, or this worker without
            """
        case .hungUp(let endpoint, hasKeys: true):
            """
            the coordinator at \(endpoint) hung up on this worker during the handshake, \
            again and again: it is not the owner of coordinator.public in the folder of keys (take \
            the folder from its machine again), or has no keys itself; its log says which
            """
        case .hungUp(let endpoint, hasKeys: false):
            """
            the program at \(endpoint) hung up on this worker, again and again: it may require \
            keys (--keys), or not be a coordinator
            """
        case .unintelligible(let endpoint):
            "the program at \(endpoint) is not a coordinator of espalier: correct the endpoint"
        case .gone(let endpoint, let time):
            """
            no coordinator has answered at \(endpoint) for \(Self.words(for: time)): the study \
            may be over; otherwise start the coordinator again, and then this worker, with a \
            longer --patience if need be
            """
        }
    }

    /// A time in words: seconds below two minutes, minutes below two hours.
    private static func words(for time: Duration) -> String {
        let seconds = Int(time / .seconds(1))
        return switch seconds {
        case ..<1: "less than a second"
        case 1: "1 second"
        case ..<120: "\(seconds) seconds"
        case ..<7200: "\(seconds / 60) minutes"
        default: "\(seconds / 3600) hours"
        }
    }
}
