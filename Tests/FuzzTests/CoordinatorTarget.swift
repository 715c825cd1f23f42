import Coordination
import Studies
import Testing
import Trials
import WireProtocol

extension FuzzTarget {
    /// Messages of an admitted worker; a valid report is repeated for every trial, until the study
    /// is finished.
    static let coordinator = FuzzTarget(name: "coordinator") {
        let page = Checkout.text(of: "cluster/PROTOCOL.md")
        let examples = page.split(separator: "\n").filter { $0.hasPrefix("{") }
            .map { $0.replacing("\"attempt\":2", with: "\"attempt\":1") }
        return InputMutation(
            goldens: ["hello", "progress", "report", "release", "report"].flatMap { type in
                examples.filter { $0.contains("\"type\":\"\(type)\"") }.map { Array($0.utf8) }
            }, tokens: TextTokens.all, brackets: JSONText.brackets)
    } reads: { bytes, _ in
        guard let message = try? MessageCodec.decodeWorkerMessage([bytes]) else { return false }
        var stage = try FuzzedStudy()
        stage.hear(message)
        if case .report(_, let report) = message { stage.finish(with: report) }
        let replayed = try StudyHistory(replaying: stage.journal)
        #expect(replayed.state == stage.coordinator.study)
        _ = replayed.certificate()
        return true
    }
}
