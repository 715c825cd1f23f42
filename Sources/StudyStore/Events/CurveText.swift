internal import PlainJSON
internal import Trials

/// The text of a curve that is stored beside its event: an array with one array per check, of its
/// number, epoch, connections, hidden nodes, multiply–adds, validation score and phase (0 grow, 1
/// thin, 2 tune).
enum CurveText {
    /// Writes a curve.
    ///
    /// - Precondition: every score is finite.
    static func write(_ curve: [GrowthPoint]) -> [UInt8] {
        FieldWalk.write(rows: curve.map(CurveRow.init), capacity: 16 + 56 * curve.count)
    }

    /// Reads a curve.
    ///
    /// - Throws: `NotPlain` if the text has another form.
    static func read(_ text: [UInt8]) throws -> [GrowthPoint] {
        try FieldWalk.read(rows: CurveRow.self, from: text).map(\.point)
    }
}

/// A check of a curve.
private struct CurveRow: PlainRow {
    /// The phases in the order of their numbers.
    static let phases: [TrainingPhase] = [.grow, .thin, .tune]

    let point: GrowthPoint

    init(_ point: GrowthPoint) {
        self.point = point
    }

    /// Describes the items.
    init(_ walk: inout FieldWalk, _ value: CurveRow?) throws {
        let point = value?.point
        let counts = FieldRange.counts
        let check = try walk.item(point?.check, in: counts)
        let epoch = try walk.item(point?.epoch, in: counts)
        let connections = try walk.item(point?.connections, in: counts)
        let hiddenNodes = try walk.item(point?.hiddenNodes, in: counts)
        let multiplyAdds = try walk.item(point?.multiplyAdds, in: counts)
        let validation = try walk.item(point?.validation)
        let phase = try walk.item(
            point.map { Self.phases.firstIndex(of: $0.phase) ?? 0 }, in: 0...2)
        guard Self.phases.indices.contains(phase) else { throw NotPlain() }
        self.point = GrowthPoint(
            check: check, epoch: epoch, connections: connections, hiddenNodes: hiddenNodes,
            validation: validation, multiplyAdds: multiplyAdds, phase: Self.phases[phase])
    }
}
