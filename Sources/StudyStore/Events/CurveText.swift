internal import Trials

/// The text of a curve that is stored beside its event: an array with one array per check, of its
/// number, epoch, connections, hidden nodes, multiply–adds, validation score and phase (0 grow, 1
/// thin, 2 tune).
enum CurveText {
    /// The phases in the order of their numbers.
    static let phases: [TrainingPhase] = [.grow, .thin, .tune]

    /// Writes a curve.
    ///
    /// - Precondition: every score is finite.
    static func write(_ curve: [GrowthPoint]) -> [UInt8] {
        var writer = PlainJSONWriter(capacity: 16 + 56 * curve.count)
        writer.write("[")
        for index in curve.indices {
            let point = curve[index]
            writer.write(index > 0 ? ",[" : "[")
            for count in [
                point.check, point.epoch, point.connections, point.hiddenNodes, point.multiplyAdds,
            ] {
                writer.write(count)
                writer.write(",")
            }
            writer.write(point.validation)
            writer.write(",")
            writer.write(phases.firstIndex(of: point.phase) ?? 0)
            writer.write("]")
        }
        writer.write("]")
        return writer.bytes
    }

    /// Reads a curve.
    ///
    /// - Throws: `NotPlain` if the text has another form.
    static func read(_ text: [UInt8]) throws(NotPlain) -> [GrowthPoint] {
        var reader = PlainJSONReader(text)
        var curve: [GrowthPoint] = []
        try reader.pass("[")
        if !reader.take("]") {
            repeat { curve.append(try point(from: &reader)) } while reader.take(",")
            try reader.pass("]")
        }
        try reader.end()
        return curve
    }

    private static func point(from reader: inout PlainJSONReader) throws(NotPlain) -> GrowthPoint {
        try reader.pass("[")
        var counts: [Int] = []
        for _ in 0..<5 {
            counts.append(try reader.integer())
            try reader.pass(",")
        }
        let validation = try reader.real()
        try reader.pass(",")
        let phase = try reader.integer()
        guard phases.indices.contains(phase) else { throw NotPlain() }
        try reader.pass("]")
        return GrowthPoint(
            check: counts[0], epoch: counts[1], connections: counts[2], hiddenNodes: counts[3],
            validation: validation, multiplyAdds: counts[4], phase: phases[phase])
    }
}
