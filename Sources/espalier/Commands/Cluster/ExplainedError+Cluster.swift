import ClusterBenchmark
import WorkerKeys
import ZeroMQ

extension ZeroMQError: ExplainedError {
    var status: FailureStatus {
        switch self {
        case .invalidEndpoint: .usage
        default: .unavailable
        }
    }
}

extension KeyError: ExplainedError {
    var status: FailureStatus {
        switch self {
        case .missing, .unreadable: .noInput
        case .exposed, .foreign: .refused
        case .malformed: .badConfig
        case .alreadyExists, .cannotCreate: .cannotCreate
        case .withoutCurve: .unavailable
        }
    }
}

extension DispatchError: ExplainedError {
    var status: FailureStatus { .unavailable }
}
