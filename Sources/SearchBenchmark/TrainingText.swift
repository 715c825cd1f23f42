import Trials

/// A recorded training as a line of whole numbers, which is read about 100 times as fast as JSON.
///
/// cell seed outcome detail connections hidden-nodes inputs biases validation test epochs
/// multiply-adds microseconds, then for each kept check: check phase connections validation
/// multiply-adds. Scores are in millionths, phases are 0 grow, 1 thin, 2 tune, outcomes
/// 0 reached, 1 diverged, 2 target missed, 3 fully grown, 4 exhausted.
extension RecordedTraining {
    /// Number of columns before those of the checks.
    private static let headCount = 13
    private static let pointCount = 5
    private static let phases: [TrainingPhase] = [.grow, .thin, .tune]

    /// The line, without its end.
    package var line: String {
        let (outcome, detail) = report.outcome.numbers
        var numbers = [
            cell, seed, outcome, detail, report.connections, report.hiddenNodes,
            report.inputsUsed, report.biases, report.validation.millionths,
            report.test.millionths, report.epochs, report.multiplyAdds,
            report.cpuSeconds.millionths,
        ]
        for point in report.curve {
            numbers += [
                point.check, Self.phases.firstIndex(of: point.phase) ?? 0, point.connections,
                point.validation.millionths, point.multiplyAdds,
            ]
        }
        return numbers.map(String.init).joined(separator: " ")
    }

    /// Reads the numbers of a line; `nil` if they are not those of a training.
    init?(numbers: [Int]) {
        guard numbers.count > Self.headCount, numbers[1] > 0,
            (numbers.count - Self.headCount) % Self.pointCount == 0,
            let outcome = TrainingOutcome(number: numbers[2], detail: numbers[3])
        else { return nil }
        var curve: [GrowthPoint] = []
        curve.reserveCapacity((numbers.count - Self.headCount) / Self.pointCount)
        for start in stride(from: Self.headCount, to: numbers.count, by: Self.pointCount) {
            guard Self.phases.indices.contains(numbers[start + 1]) else { return nil }
            curve.append(
                GrowthPoint(
                    check: numbers[start], epoch: 0, connections: numbers[start + 2],
                    hiddenNodes: 0, validation: Double(numbers[start + 3]) / 1e6,
                    multiplyAdds: numbers[start + 4], phase: Self.phases[numbers[start + 1]]))
        }
        self.init(
            cell: numbers[0], seed: numbers[1],
            condensed: TrainingReport(
                outcome: outcome, connections: numbers[4], hiddenNodes: numbers[5],
                inputsUsed: numbers[6], biases: numbers[7], validation: Double(numbers[8]) / 1e6,
                test: Double(numbers[9]) / 1e6, epochs: numbers[10], multiplyAdds: numbers[11],
                curve: curve,
                fingerprint: Fingerprint(hash: UInt64(numbers[0]) << 32 | UInt64(numbers[1])),
                seconds: Double(numbers[12]) / 1e6, cpuSeconds: Double(numbers[12]) / 1e6))
    }
}

extension Double {
    fileprivate var millionths: Int { Int((self * 1e6).rounded()) }
}

extension TrainingOutcome {
    fileprivate var numbers: (outcome: Int, detail: Int) {
        switch self {
        case .reached: (0, 0)
        case .failed(.diverged(let check)): (1, check)
        case .failed(.targetMissed(let checks)): (2, checks)
        case .failed(.fullyGrown(let connections)): (3, connections)
        case .failed(.exhausted(let multiplyAdds)): (4, multiplyAdds)
        case .censored(let cap): preconditionFailure("a recorded training has the cap \(cap)")
        }
    }

    fileprivate init?(number: Int, detail: Int) {
        switch number {
        case 0: self = .reached
        case 1: self = .failed(reason: .diverged(check: detail))
        case 2: self = .failed(reason: .targetMissed(checks: detail))
        case 3: self = .failed(reason: .fullyGrown(connections: detail))
        case 4: self = .failed(reason: .exhausted(multiplyAdds: detail))
        default: return nil
        }
    }
}

extension RecordedTraining {
    /// Reads the lines of trainings; skips empty lines.
    ///
    /// - Parameter first: the number of the first line, for error messages.
    /// - Throws: `TableError.malformed` if a line is not a training.
    package static func read(
        _ bytes: ArraySlice<UInt8>, firstLine first: Int
    ) throws(TableError) -> [RecordedTraining] {
        var trainings: [RecordedTraining] = []
        var numbers: [Int] = []
        var number: Int?
        var line = first
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                number = (number ?? 0) &* 10 &+ Int(byte - UInt8(ascii: "0"))
            case UInt8(ascii: " "), UInt8(ascii: "\n"):
                if let read = number.take() { numbers.append(read) }
                guard byte == UInt8(ascii: "\n") else { continue }
                if !numbers.isEmpty {
                    guard let training = RecordedTraining(numbers: numbers) else {
                        throw .malformed(line: line)
                    }
                    trainings.append(training)
                    numbers.removeAll(keepingCapacity: true)
                }
                line += 1
            default: throw .malformed(line: line)
            }
        }
        return trainings
    }
}
