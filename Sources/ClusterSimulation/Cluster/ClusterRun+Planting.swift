import Coordination
import Studies
import Trials
import WireProtocol

/// Messages on their way, and mistakes that are planted to be found.
extension ClusterRun {
    /// The message after it was encoded and decoded, if the run asks for that.
    mutating func travelled(_ message: CoordinatorMessage) -> CoordinatorMessage {
        guard setting.usesCodec else { return message }
        do throws(MessageDecodingError) {
            return try MessageCodec.decodeCoordinatorMessage(MessageCodec.encode(message))
        } catch {
            preconditionFailure("\(message) cannot be read back: \(error)")
        }
    }

    mutating func travelled(_ message: WorkerMessage) -> WorkerMessage {
        guard setting.usesCodec else { return message }
        do throws(MessageDecodingError) {
            return try MessageCodec.decodeWorkerMessage(MessageCodec.encode(message))
        } catch {
            preconditionFailure("\(message) cannot be read back: \(error)")
        }
    }

    /// The input as a coordinator that ignores attempt numbers would understand it.
    func planting(_ input: Coordinator.Input) -> Coordinator.Input {
        guard setting.planted == .dropsFence,
            case .received(.progress(let holding), let peer) = input
        else { return input }
        let unfenced = holding.map { held in
            let trial = held.attempt.trial
            let latest = node.coordinator.study.attempts(of: trial).map(AttemptNumber.init)
            return AttemptProgress(
                attempt: Attempt(trial: trial, number: latest ?? held.attempt.number),
                point: held.point)
        }
        return .received(.progress(holding: unfenced), from: peer)
    }

    /// Sends early what a coordinator that does not wait for its journal would send.
    mutating func sendEarlyIfPlanted() {
        guard setting.planted == .acknowledgesEarly || setting.planted == .leasesEarly else {
            return
        }
        let (early, late) = (node.pending.filter(isEarly), node.pending.filter { !isEarly($0) })
        node.pending = late
        for case .send(let message, let peer) in early { send(message, to: peer) }
    }

    private func isEarly(_ directive: Coordinator.Directive) -> Bool {
        switch directive {
        case .send(.acknowledge, _): setting.planted == .acknowledgesEarly
        case .send(.lease, _): setting.planted == .leasesEarly
        default: false
        }
    }
}
